package dev.ferry.salesforce.target;

import dev.ferry.core.load.Target.Finding;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.rest.OrgLimits;
import dev.ferry.salesforce.client.rest.OrgLimits.Allowance;
import dev.ferry.salesforce.client.rest.SObjectDescribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would stop a load, found before the first record is written: sign-in, rights on objects, allowances.
///
/// Whether each mapped field exists, may be set on insert (audit fields included) and takes its values is checked
/// when the mapping is compiled against the describe.
final class Preflight {
    private static final double LOW = 0.2;

    private final SalesforceClient client;

    Preflight(SalesforceClient client) {
        this.client = client;
    }

    List<Finding> findings(List<CompiledPhase> phases) {
        Refusals.translated(client::connect);
        List<Finding> findings = new ArrayList<>();
        phases.stream()
                .map(phase -> phase.object().value())
                .distinct()
                .forEach(object -> rights(object).ifPresent(findings::add));
        OrgLimits limits = Refusals.translated(() -> client.org().limits());
        low("API requests", limits.dailyApiRequests()).ifPresent(findings::add);
        low("Bulk API batches", limits.dailyBulkBatches()).ifPresent(findings::add);
        low("megabytes of data storage", limits.dataStorageMegabytes()).ifPresent(findings::add);
        low("megabytes of file storage", limits.fileStorageMegabytes()).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private Optional<Finding> rights(String object) {
        SObjectDescribe.Rights rights =
                Refusals.translated(() -> client.schema().describe(object)).rights();
        return rights.createable() && rights.queryable()
                ? Optional.empty()
                : Optional.of(new Finding(
                        true,
                        "the loading user may not create and read " + object,
                        "Give the loading user Create, Read and View All on " + object + "."));
    }

    private static Optional<Finding> low(String what, Optional<Allowance> allowance) {
        return allowance
                .filter(it -> it.remaining() < it.max() * LOW)
                .map(it -> new Finding(
                        it.remaining() == 0,
                        it.remaining() + " of " + it.max() + " " + what + " are left",
                        "Wait until the allowance returns, or have it raised."));
    }
}
