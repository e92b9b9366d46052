package dev.ferry.local.salesforce;

import dev.ferry.local.salesforce.org.Credentials;
import dev.ferry.local.salesforce.org.Faults;
import dev.ferry.local.salesforce.org.OrgRules;
import dev.ferry.local.salesforce.org.Permissions;
import dev.ferry.local.salesforce.schema.OrgDefinition;
import dev.ferry.local.salesforce.schema.UserDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// How a simulator is set up.
///
/// *Shape*: port 0 takes a free one. `stateDirectory` holds the journal; an org with a journal comes up as it
/// was left.
public record SalesforceSimulatorSettings(
        int port,
        Path stateDirectory,
        long seed,
        Clock clock,
        OrgDefinition org,
        Credentials credentials,
        Permissions permissions,
        OrgRules rules,
        Faults faults) {

    /// A migration-ready org with demonstration credentials, strict rules and no faults, on a free port.
    public static SalesforceSimulatorSettings in(Path stateDirectory, Clock clock) {
        return new SalesforceSimulatorSettings(
                0,
                stateDirectory,
                1,
                clock,
                OrgDefinition.migrationReady(),
                Credentials.demonstration(),
                Permissions.migration(),
                OrgRules.strict(),
                Faults.none());
    }

    /// These settings with a fixed port.
    public SalesforceSimulatorSettings withPort(int changed) {
        return new SalesforceSimulatorSettings(
                changed, stateDirectory, seed, clock, org, credentials, permissions, rules, faults);
    }

    /// These settings with another seed of chance.
    public SalesforceSimulatorSettings withSeed(long changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, changed, clock, org, credentials, permissions, rules, faults);
    }

    /// These settings with another org.
    public SalesforceSimulatorSettings withOrg(OrgDefinition changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, seed, clock, changed, credentials, permissions, rules, faults);
    }

    /// These settings with more users in the org.
    public SalesforceSimulatorSettings withUsers(List<UserDefinition> more) {
        return withOrg(org.withUsers(more));
    }

    /// These settings with other credentials.
    public SalesforceSimulatorSettings withCredentials(Credentials changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, seed, clock, org, changed, permissions, rules, faults);
    }

    /// These settings with other permissions of the loading user.
    public SalesforceSimulatorSettings withPermissions(Permissions changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, seed, clock, org, credentials, changed, rules, faults);
    }

    /// These settings with other data model rules.
    public SalesforceSimulatorSettings withRules(OrgRules changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, seed, clock, org, credentials, permissions, changed, faults);
    }

    /// These settings with other faults.
    public SalesforceSimulatorSettings withFaults(Faults changed) {
        return new SalesforceSimulatorSettings(
                port, stateDirectory, seed, clock, org, credentials, permissions, rules, changed);
    }
}
