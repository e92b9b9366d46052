package dev.ferry.local.salesforce.dml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a row was refused. `id` is the record it concerns, when known.
public record RowError(@Nullable String id, String code, String message, List<String> fields) {

    public RowError {
        fields = List.copyOf(fields);
    }

    /// An error that names no field.
    public static RowError of(String code, String message) {
        return new RowError(null, code, message, List.of());
    }

    /// The text of `sf__Error` in a Bulk result: `CODE:message:FIELD1,FIELD2 --`, without fields `CODE:message:--`.
    public String bulkText() {
        String end = fields.isEmpty() ? "--" : String.join(",", fields) + " --";
        return code + ":" + message + ":" + end;
    }
}
