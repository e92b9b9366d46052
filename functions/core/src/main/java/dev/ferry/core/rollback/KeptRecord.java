package dev.ferry.core.rollback;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record that was not undone, by name and with the reason.
///
/// *Shape* as a line: its components by name.
///
/// @param outcome `spared`, `failed` or `left`
/// @param id in the target
public record KeptRecord(
        String outcome, String object, String phase, String key, String id, String code, String reason, String hint) {

    Map<String, Object> encode() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("outcome", outcome);
        line.put("object", object);
        line.put("phase", phase);
        line.put("key", key);
        line.put("id", id);
        line.put("code", code);
        line.put("reason", reason);
        line.put("hint", hint);
        return line;
    }

    /// A record from its line.
    public static KeptRecord decode(Map<String, Object> line) {
        return new KeptRecord(
                text(line, "outcome"),
                text(line, "object"),
                text(line, "phase"),
                text(line, "key"),
                text(line, "id"),
                text(line, "code"),
                text(line, "reason"),
                text(line, "hint"));
    }

    private static String text(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new FerryException(ErrorCode.INTERNAL, "a line of a rollback's list has no " + name);
    }
}
