package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.http.Json;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// Fields of a record as Intercom's JSON: its own fields at the top, all others as custom attributes.
final class Documents {
    private Documents() {}

    /// @param apart fields that are not part of the document
    static ObjectNode of(ObjectName object, SortedMap<String, FieldValue> fields, Set<String> apart) {
        ObjectNode document = Json.object();
        ObjectNode custom = Json.object();
        for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
            String name = field.getKey();
            if (!apart.contains(name)) {
                put(StandardFields.has(object, name) ? document : custom, name, field.getValue());
            }
        }
        if (!custom.isEmpty()) {
            document.set("custom_attributes", custom);
        }
        return document;
    }

    static void put(ObjectNode into, String name, FieldValue value) {
        switch (value) {
            case FieldValue.Text text -> into.put(name, text.value());
            case FieldValue.Numeric(BigDecimal number) -> {
                // Without an exponent, which readers of whole numbers refuse.
                if (number.scale() <= 0) {
                    into.put(name, number.toBigIntegerExact());
                } else {
                    into.put(name, number);
                }
            }
            case FieldValue.Flag flag -> into.put(name, flag.value());
            case FieldValue.Moment moment -> into.put(name, moment.value().getEpochSecond());
            case FieldValue.Day day ->
                into.put(name, day.value().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            case FieldValue.TargetId id -> into.put(name, id.value());
            case FieldValue.Reference reference ->
                throw new IllegalStateException("a reference is settled before it is sent: " + reference.object());
        }
    }
}
