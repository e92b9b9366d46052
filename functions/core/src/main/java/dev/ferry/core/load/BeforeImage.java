package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a record stood in the target before a run changed it: what a rollback writes back. Personal, so it lies with
/// the run's staged records and never in the ledger.
///
/// *Shape* as a line: `{"key","id","fields","entry"?}`; fields as [StagedRecordCodec] writes them.
///
/// @param fields the values that the mapping touches; a field without one was empty
/// @param earlier the ledger's entry of an earlier run; null when no run had written the record
public record BeforeImage(
        CanonicalId key,
        String targetId,
        SortedMap<String, FieldValue> fields,
        @Nullable Loaded earlier) {
    public BeforeImage {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// What the ledger said before.
    public Optional<Loaded> entry() {
        return Optional.ofNullable(earlier);
    }

    Map<String, Object> encode() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", key.value());
        line.put("id", targetId);
        line.put("fields", StagedRecordCodec.encode(fields));
        entry().ifPresent(loaded -> line.put("entry", entry(loaded)));
        return line;
    }

    private static Map<String, Object> entry(Loaded loaded) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("run", loaded.runId());
        entry.put("phase", loaded.phase());
        entry.put("target", loaded.targetId());
        entry.put("operation", loaded.operation().name());
        entry.put("filled", loaded.filled());
        entry.put("content", loaded.content().hex());
        entry.put("loaded", loaded.loaded().hex());
        entry.put("at", loaded.at().toString());
        return entry;
    }

    static BeforeImage decode(Map<String, Object> line) {
        CanonicalId key = new CanonicalId(text(line, "key"));
        return new BeforeImage(
                key,
                text(line, "id"),
                StagedRecordCodec.fields(line.get("fields")),
                line.get("entry") instanceof Map<?, ?> entry ? entry(key, entry) : null);
    }

    private static Loaded entry(CanonicalId key, Map<?, ?> entry) {
        return new Loaded(
                key,
                text(entry, "run"),
                text(entry, "phase"),
                text(entry, "target"),
                Operation.valueOf(text(entry, "operation")),
                entry.get("filled") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : List.of(),
                new ContentHash(text(entry, "content")),
                new ContentHash(text(entry, "loaded")),
                Instant.parse(text(entry, "at")));
    }

    private static String text(Map<?, ?> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new FerryException(ErrorCode.INTERNAL, "a before image has no " + name);
    }
}
