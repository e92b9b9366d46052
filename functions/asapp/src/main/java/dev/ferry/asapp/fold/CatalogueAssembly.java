package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Intent;
import dev.ferry.core.source.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Assembles queues and intents, which are small catalogues. Of a queue's hours only its events know.
final class CatalogueAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;

    CatalogueAssembly(AssemblyPorts ports, RowReader reader) {
        this.ports = ports;
        this.reader = reader;
    }

    void queues(BucketRun run) {
        forEach(run, CatalogueAssembly::queue);
    }

    void intents(BucketRun run) {
        forEach(run, (id, rows) -> {
            SourceRow row = Collections.max(rows.rows("intents"), SourceRow.NEWEST_LAST);
            return new Intent(
                    id,
                    Objects.requireNonNull(row.text("code")),
                    row.text("name"),
                    row.text("intent_type"),
                    row.text("short_description"),
                    row.text("flow_name"),
                    row.time("deleted_ts"));
        });
    }

    private static Queue queue(CanonicalId id, RowTable rows) {
        Optional<SourceRow> row = rows.newest("dim_queues").stream().findFirst();
        List<SourceRow> events = rows.newest("queue");
        return new Queue(
                id,
                row.map(known -> known.id("queue_id"))
                        .or(() -> Optional.ofNullable(latest(events, "data.queue_id")))
                        .orElseThrow(),
                row.map(known -> known.id("queue_key")).orElse(null),
                row.map(known -> known.text("queue_name")).orElse(latest(events, "data.queue_name")),
                latest(events, "data.business_hours_time_zone_name"),
                minutes(latest(events, "data.business_hours_start_minutes")),
                minutes(latest(events, "data.business_hours_end_minutes")),
                BracketedList.parse(latest(events, "data.holiday_closed_dates")));
    }

    private static @Nullable String latest(List<SourceRow> newestFirst, String column) {
        return newestFirst.stream()
                .map(event -> event.text(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Integer> minutes(@Nullable String list) {
        List<Integer> minutes = new ArrayList<>();
        NestedColumns.tree(list).forEach(minute -> minutes.add(minute.asInt()));
        return minutes;
    }

    private void forEach(BucketRun run, BiFunction<CanonicalId, RowTable, Object> fold) {
        new EntityGathering(ports, Optional.empty())
                .forEachPage(
                        run,
                        page -> page.forEach(entity -> {
                            List<SourceRow> rows = new ArrayList<>();
                            entity.fragments().forEach(fragment -> reader.read(fragment, rows::add));
                            RowTable table = RowTable.of(rows);
                            run.entity(table);
                            run.stage(entity.id(), fold.apply(entity.id(), table));
                        }));
    }
}
