package dev.ferry.local.intercom;

import dev.ferry.local.intercom.http.ExchangeObserver;
import dev.ferry.local.intercom.workspace.App;
import dev.ferry.local.intercom.workspace.Identity;
import dev.ferry.local.intercom.workspace.Knobs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How a simulated workspace is set up.
///
/// *Shape*: port 0 takes a free one. `stateDirectory` holds journal, record of calls and attachments; a workspace
/// with a journal comes up as it was left, but for its knobs, which come from here.
///
/// @param admins who works there, at the first start; the first is the one whom `GET /me` shows
/// @param ticker a steady count of nanoseconds
/// @param observer told of every exchange; none in production
public record IntercomSimulatorSettings(
        int port,
        Path stateDirectory,
        long seed,
        Clock clock,
        LongSupplier ticker,
        Supplier<UUID> ids,
        Identity identity,
        List<App> apps,
        List<AdminDefinition> admins,
        Knobs knobs,
        ExchangeObserver observer) {

    public IntercomSimulatorSettings {
        apps = List.copyOf(apps);
        admins = List.copyOf(admins);
    }

    /// The faithful profile without faults, with a demonstration token and one admin, on a free port.
    public static IntercomSimulatorSettings in(Path stateDirectory, Clock clock) {
        return new IntercomSimulatorSettings(
                0,
                stateDirectory,
                1,
                clock,
                System::nanoTime,
                UUID::randomUUID,
                Identity.demonstration(),
                List.of(App.demonstration()),
                List.of(AdminDefinition.migration()),
                Knobs.faithful(),
                ExchangeObserver.none());
    }

    /// These settings with a fixed port.
    public IntercomSimulatorSettings withPort(int changed) {
        return new IntercomSimulatorSettings(
                changed, stateDirectory, seed, clock, ticker, ids, identity, apps, admins, knobs, observer);
    }

    /// These settings with another seed of chance.
    public IntercomSimulatorSettings withSeed(long changed) {
        return new IntercomSimulatorSettings(
                port, stateDirectory, changed, clock, ticker, ids, identity, apps, admins, knobs, observer);
    }

    /// These settings with other apps.
    public IntercomSimulatorSettings withApps(List<App> changed) {
        return new IntercomSimulatorSettings(
                port, stateDirectory, seed, clock, ticker, ids, identity, changed, admins, knobs, observer);
    }

    /// These settings with more admins.
    public IntercomSimulatorSettings withAdmins(List<AdminDefinition> more) {
        List<AdminDefinition> all = new ArrayList<>(admins);
        all.addAll(more);
        return new IntercomSimulatorSettings(
                port, stateDirectory, seed, clock, ticker, ids, identity, apps, all, knobs, observer);
    }

    /// These settings with other knobs.
    public IntercomSimulatorSettings withKnobs(Knobs changed) {
        return new IntercomSimulatorSettings(
                port, stateDirectory, seed, clock, ticker, ids, identity, apps, admins, changed, observer);
    }

    /// These settings with some knobs changed, as a command line spells them.
    public IntercomSimulatorSettings withKnobs(Map<String, String> changes) {
        return withKnobs(knobs.withTexts(changes));
    }

    /// These settings with an observer of all exchanges.
    public IntercomSimulatorSettings withObserver(ExchangeObserver changed) {
        return new IntercomSimulatorSettings(
                port, stateDirectory, seed, clock, ticker, ids, identity, apps, admins, knobs, changed);
    }
}
