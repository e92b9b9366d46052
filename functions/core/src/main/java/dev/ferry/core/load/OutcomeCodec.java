package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.load.LedgerEntry.Recognised;
import dev.ferry.core.load.LedgerEntry.Refused;
import dev.ferry.core.load.LedgerEntry.Sent;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries that are outcomes, as JSON lines of one phase.
///
/// *Shape*: `{"key","target"?,"operation","filled","content","loaded","at"}` of a record that stands,
/// `{"key","target"?,"code","field","reason","hint","retriable","attempts"}` of one that was refused.
final class OutcomeCodec {
    private OutcomeCodec() {}

    static Map<String, Object> encode(LedgerEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", entry.key().value());
        entry.standing().ifPresent(target -> line.put("target", target));
        switch (entry) {
            case Loaded loaded -> {
                line.put("operation", loaded.operation().name());
                line.put("filled", loaded.filled());
                line.put("content", loaded.content().hex());
                line.put("loaded", loaded.loaded().hex());
                line.put("at", loaded.at().toString());
            }
            case Refused refused -> {
                line.put("code", refused.code());
                line.put("field", refused.field());
                line.put("reason", refused.reason());
                line.put("hint", refused.hint());
                line.put("retriable", refused.retriable());
                line.put("attempts", refused.attempts());
            }
            case Recognised _ -> throw new IllegalArgumentException("a recognised record has no outcome yet");
            case Sent _ -> throw new IllegalArgumentException("a record that was sent has no outcome yet");
        }
        return line;
    }

    /// *Errors*: `INTERNAL` when the line was not written by [#encode].
    static LedgerEntry decode(PhaseRun phase, Map<String, Object> line) {
        CanonicalId key = new CanonicalId(text(line, "key"));
        if (!line.containsKey("operation")) {
            return new Refused(
                    key,
                    phase.runId(),
                    phase.phase(),
                    line.get("target") instanceof String standing ? standing : null,
                    text(line, "code"),
                    text(line, "field"),
                    text(line, "reason"),
                    text(line, "hint"),
                    Boolean.TRUE.equals(line.get("retriable")),
                    line.get("attempts") instanceof Number number ? number.intValue() : 0);
        }
        return new Loaded(
                key,
                phase.runId(),
                phase.phase(),
                text(line, "target"),
                Operation.valueOf(text(line, "operation")),
                line.get("filled") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : List.of(),
                new ContentHash(text(line, "content")),
                new ContentHash(text(line, "loaded")),
                Instant.parse(text(line, "at")));
    }

    private static String text(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new FerryException(ErrorCode.INTERNAL, "an outcome has no " + name);
    }
}
