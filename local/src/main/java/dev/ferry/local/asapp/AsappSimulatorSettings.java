package dev.ferry.local.asapp;

import dev.ferry.local.asapp.tenant.Credentials;
import dev.ferry.local.asapp.tenant.Knobs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How a simulated tenant is set up.
///
/// *Shape*: port 0 takes a free one. `stateDirectory` holds journal and call log; a tenant with a journal comes up
/// as it was left, but for its knobs, which come from here.
///
/// @param port the API's
/// @param downloadPort the port of the host that presigned URLs lead to
/// @param company the short name, as the feeds' `company_marker` has it
/// @param export a directory with any of `batch/`, `fileexporter/`, `events/`, `api/` and `config/`
/// @param ticker a steady count of nanoseconds
public record AsappSimulatorSettings(
        int port,
        int downloadPort,
        String company,
        Path export,
        Path stateDirectory,
        long seed,
        Clock clock,
        LongSupplier ticker,
        Supplier<UUID> ids,
        Credentials credentials,
        Knobs knobs) {

    /// The faithful profile of an export with demonstration credentials and no faults, on free ports.
    public static AsappSimulatorSettings of(String company, Path export, Path stateDirectory, Clock clock) {
        return new AsappSimulatorSettings(
                0,
                0,
                company,
                export,
                stateDirectory,
                1,
                clock,
                System::nanoTime,
                UUID::randomUUID,
                Credentials.demonstration(),
                Knobs.faithful());
    }

    /// These settings with fixed ports.
    public AsappSimulatorSettings withPorts(int api, int downloads) {
        return new AsappSimulatorSettings(
                api, downloads, company, export, stateDirectory, seed, clock, ticker, ids, credentials, knobs);
    }

    /// These settings with another seed of chance.
    public AsappSimulatorSettings withSeed(long changed) {
        return new AsappSimulatorSettings(
                port, downloadPort, company, export, stateDirectory, changed, clock, ticker, ids, credentials, knobs);
    }

    /// These settings with other credentials.
    public AsappSimulatorSettings withCredentials(Credentials changed) {
        return new AsappSimulatorSettings(
                port, downloadPort, company, export, stateDirectory, seed, clock, ticker, ids, changed, knobs);
    }

    /// These settings with other knobs.
    public AsappSimulatorSettings withKnobs(Knobs changed) {
        return new AsappSimulatorSettings(
                port, downloadPort, company, export, stateDirectory, seed, clock, ticker, ids, credentials, changed);
    }

    /// These settings with some knobs changed, as a command line spells them.
    public AsappSimulatorSettings withKnobs(Map<String, String> changes) {
        return withKnobs(knobs.withTexts(changes));
    }
}
