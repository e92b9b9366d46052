package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Intent;
import dev.ferry.core.source.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// Assembles queues and intents, which are small catalogues.
final class CatalogueAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;

    CatalogueAssembly(AssemblyPorts ports, RowReader reader) {
        this.ports = ports;
        this.reader = reader;
    }

    void queues(BucketRun run) {
        forEach(
                run,
                "dim_queues",
                (id, row) -> new Queue(
                        id, Objects.requireNonNull(row.id("queue_id")), row.id("queue_key"), row.text("queue_name")));
    }

    void intents(BucketRun run) {
        forEach(
                run,
                "intents",
                (id, row) -> new Intent(
                        id,
                        Objects.requireNonNull(row.text("code")),
                        row.text("name"),
                        row.text("intent_type"),
                        row.text("short_description"),
                        row.text("flow_name"),
                        row.time("deleted_ts")));
    }

    private void forEach(BucketRun run, String family, BiFunction<CanonicalId, SourceRow, Object> fold) {
        new EntityGathering(ports, Optional.empty())
                .forEachPage(
                        run,
                        page -> page.forEach(entity -> {
                            List<SourceRow> rows = new ArrayList<>();
                            entity.fragments().forEach(fragment -> reader.read(fragment, rows::add));
                            RowTable table = RowTable.of(rows);
                            run.entity(table);
                            SourceRow newest = Collections.max(table.rows(family), SourceRow.NEWEST_LAST);
                            run.stage(entity.id(), fold.apply(entity.id(), newest));
                        }));
    }
}
