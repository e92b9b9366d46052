package dev.ferry.salesforce.target;

import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Values as Salesforce answers them, typed by the described fields.
final class AnsweredFields {
    private AnsweredFields() {}

    /// The fields that have a value.
    ///
    /// @param text the text of a field by name, empty when it has none
    static Map<String, FieldValue> of(List<TargetField> fields, Function<String, String> text) {
        Map<String, FieldValue> values = new HashMap<>();
        for (TargetField field : fields) {
            String value = text.apply(field.name());
            if (!value.isEmpty()) {
                values.put(field.name(), value(field, value));
            }
        }
        return values;
    }

    private static FieldValue value(TargetField field, String text) {
        return switch (field.type()) {
            case NUMBER -> new FieldValue.Numeric(new BigDecimal(text));
            case BOOLEAN -> new FieldValue.Flag(Boolean.parseBoolean(text));
            case DATE -> new FieldValue.Day(LocalDate.parse(text));
            case DATETIME -> new FieldValue.Moment(FieldText.moment(text));
            case REFERENCE -> new FieldValue.TargetId(text);
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, PICKLIST, MULTI_PICKLIST -> new FieldValue.Text(text);
        };
    }
}
