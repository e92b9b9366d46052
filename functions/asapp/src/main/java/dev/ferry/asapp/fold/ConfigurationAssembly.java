package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.ConfigurationItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Assembles what a tenant has configured, and the structured data fields that only values show.
///
/// The configuration is small, so it is in one bucket and all in memory: folders and segments are looked up in
/// it.
final class ConfigurationAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;
    private final ScopedFields scoped;

    ConfigurationAssembly(AssemblyPorts ports, RowReader reader, ScopedFields scoped) {
        this.ports = ports;
        this.reader = reader;
        this.scoped = scoped;
    }

    void assemble(BucketRun run) {
        List<SourceRow> rows = new ArrayList<>();
        Map<CanonicalId, FieldObservation> observed = new TreeMap<>();
        Map<CanonicalId, SourceRow> items = new TreeMap<>();
        new EntityGathering(ports, Optional.empty())
                .forEachPage(
                        run,
                        page -> page.forEach(entity -> {
                            if (entity.id().value().equals(Contributions.OBSERVED)) {
                                entity.fragments()
                                        .forEach(fragment -> Contributions.observed(reader, fragment)
                                                .forEach((id, values) -> observed.merge(
                                                        new CanonicalId(id), values, FieldObservation::plus)));
                                return;
                            }
                            List<SourceRow> own = new ArrayList<>();
                            entity.fragments().forEach(fragment -> reader.read(fragment, own::add));
                            items.put(entity.id(), Collections.max(own, SourceRow.NEWEST_LAST));
                            rows.addAll(own);
                        }));
        RowTable table = RowTable.of(rows);
        run.rows(table);
        run.count("distinct", items.size());
        ConfigurationFold fold = new ConfigurationFold(table, observed, scoped);
        Map<CanonicalId, ConfigurationItem> folded = new TreeMap<>();
        items.forEach((id, row) -> fold.item(id, row).ifPresent(item -> folded.put(id, item)));
        run.count("merged", items.size() - folded.size());
        observed.forEach((id, values) -> {
            if (folded.putIfAbsent(id, fold.observedOnly(id, values)) == null) {
                run.count("distinct", 1);
            }
        });
        folded.forEach(run::stage);
        if (run.bucket().number() == 0) {
            scoped.tellOfUnknown(run, folded.values());
        }
    }

    /// The id of a structured data field among the items.
    static CanonicalId field(String company, String fieldId) {
        return CanonicalIds.configuration(company, ConfigurationFold.FIELDS + ':' + fieldId);
    }
}
