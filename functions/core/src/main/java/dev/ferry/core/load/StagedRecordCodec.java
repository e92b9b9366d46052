package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Staged records as JSON lines.
///
/// *Shape*: `{"key","group","id"?,"filled"?,"content","loaded","fields":{"Name":["s","text"]}}`, where the first
/// element of a field is its type: `s` text, `n` number, `b` boolean, `d` date, `m` milliseconds since 1970, `i` id
/// of the target, `r` reference.
public final class StagedRecordCodec {
    private StagedRecordCodec() {}

    /// A record as a map that [dev.ferry.core.work.JsonLines] can write.
    public static Map<String, Object> encode(StagedRecord record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", record.key().value());
        line.put("group", record.lockGroup());
        record.existing().ifPresent(id -> line.put("id", id));
        if (record.filled() != null) {
            line.put("filled", record.filled());
        }
        line.put("content", record.content().hex());
        line.put("loaded", record.loaded().hex());
        line.put("fields", encode(record.fields()));
        return line;
    }

    static Map<String, Object> encode(SortedMap<String, FieldValue> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, encode(value)));
        return fields;
    }

    static SortedMap<String, FieldValue> fields(@Nullable Object encoded) {
        SortedMap<String, FieldValue> fields = new TreeMap<>();
        if (encoded instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put((String) name, decode(value)));
        }
        return fields;
    }

    /// A record from its line.
    ///
    /// *Errors*: `INTERNAL` when the line was not written by [#encode].
    public static StagedRecord decode(Map<String, Object> line) {
        Object id = line.get("id");
        return new StagedRecord(
                new CanonicalId(text(line, "key")),
                text(line, "group"),
                id == null ? null : id.toString(),
                line.get("filled") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : null,
                new ContentHash(text(line, "content")),
                new ContentHash(text(line, "loaded")),
                fields(line.get("fields")));
    }

    private static String text(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new FerryException(ErrorCode.INTERNAL, "a staged record has no " + name);
    }

    private static List<Object> encode(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> List.of("s", text.value());
            case FieldValue.Numeric numeric -> List.of("n", numeric.value().toPlainString());
            case FieldValue.Flag flag -> List.of("b", flag.value());
            case FieldValue.Day day -> List.of("d", day.value().toString());
            case FieldValue.Moment moment -> List.of("m", moment.value().toEpochMilli());
            case FieldValue.TargetId id -> List.of("i", id.value());
            case FieldValue.Reference reference ->
                List.of("r", reference.object().value(), reference.key().value(), reference.required());
        };
    }

    private static FieldValue decode(Object encoded) {
        if (encoded instanceof List<?> parts && parts.size() >= 2 && parts.get(1) instanceof Object value) {
            return switch (String.valueOf(parts.getFirst())) {
                case "s" -> new FieldValue.Text((String) value);
                case "n" -> new FieldValue.Numeric(new BigDecimal((String) value));
                case "b" -> new FieldValue.Flag((Boolean) value);
                case "d" -> new FieldValue.Day(LocalDate.parse((String) value));
                case "m" -> new FieldValue.Moment(Instant.ofEpochMilli(((Number) value).longValue()));
                case "i" -> new FieldValue.TargetId((String) value);
                case "r" ->
                    new FieldValue.Reference(
                            new ObjectName((String) value), new CanonicalId((String) parts.get(2)), (Boolean)
                                    parts.get(3));
                default -> throw new FerryException(ErrorCode.INTERNAL, "a staged field has an unknown type");
            };
        }
        throw new FerryException(ErrorCode.INTERNAL, "a staged field is not a pair of type and value");
    }
}
