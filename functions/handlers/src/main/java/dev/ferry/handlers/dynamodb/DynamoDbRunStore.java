package dev.ferry.handlers.dynamodb;

import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRegister;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The runs of a migration, in the control table.
///
/// *Shape*: pk `{migration}#RUNS`, sk `{runId}`; `config`, `hash`, `preparedAt`.
public final class DynamoDbRunStore implements RunRegister {
    private final ItemTable control;

    public DynamoDbRunStore(ItemTable control) {
        this.control = control;
    }

    @Override
    public void put(RunRecord run) {
        control.put(Item.at(new ItemKey(partition(run.migrationId()), run.runId()))
                .text("config", run.configKey())
                .text("hash", run.configHash())
                .text("preparedAt", run.preparedAt().toString())
                .build());
    }

    @Override
    public Optional<RunRecord> find(String migrationId, String runId) {
        return control.get(new ItemKey(partition(migrationId), runId)).map(item -> run(migrationId, item));
    }

    @Override
    public List<RunRecord> all(String migrationId) {
        try (Stream<Item> items = control.query(partition(migrationId), "")) {
            return items.map(item -> run(migrationId, item)).toList();
        }
    }

    private static String partition(String migrationId) {
        return migrationId + "#RUNS";
    }

    private static RunRecord run(String migrationId, Item item) {
        return new RunRecord(
                migrationId,
                item.key().sort(),
                item.text("config"),
                item.text("hash"),
                Instant.parse(item.text("preparedAt")));
    }
}
