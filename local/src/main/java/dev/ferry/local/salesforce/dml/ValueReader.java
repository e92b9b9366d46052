package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.soql.Moments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a cell into a value of the field's type. A blank cell is no value.
final class ValueReader {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+");

    private ValueReader() {}

    static @Nullable Object read(Field field, Object cell) {
        String text = cell.toString();
        if (text.isBlank()) {
            return null;
        }
        try {
            return switch (field.type()) {
                case BOOLEAN -> flag(field, text);
                case INT ->
                    new BigDecimal(text.strip())
                            .setScale(0, RoundingMode.HALF_UP)
                            .intValueExact();
                case DOUBLE, CURRENCY, PERCENT -> number(field, text.strip());
                case DATE ->
                    LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
                case DATETIME -> Moments.parse(text).toEpochMilli();
                case ID, REFERENCE -> id(field, text);
                case EMAIL -> email(field, text);
                case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, COMBOBOX, PHONE, URL, BASE64 -> text;
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw wrongType(field);
        }
    }

    private static RefusedRow wrongType(Field field) {
        return RefusedRow.of(
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                field.definition().label() + ": value not of required type: "
                        + field.type().apiName(),
                field.name());
    }

    private static Object flag(Field field, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrongType(field);
        };
    }

    private static Object number(Field field, String text) {
        BigDecimal number = new BigDecimal(text).setScale(field.definition().scale(), RoundingMode.HALF_UP);
        int whole = number.precision() - number.scale();
        if (whole > field.definition().precision() - field.definition().scale()) {
            throw RefusedRow.of(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.definition().label() + ": value outside of valid range on numeric field",
                    field.name());
        }
        return number.doubleValue();
    }

    private static Object id(Field field, String text) {
        return SalesforceId.canonical(text)
                .orElseThrow(() -> new RefusedRow(new RowError(
                        null,
                        "MALFORMED_ID",
                        field.type() == FieldType.ID ? "malformed id " + text : "bad id " + text,
                        List.of(field.name()))));
    }

    // Salesforce checks that an address has one @ and a domain with a dot; addresses within one field are not
    // lists.
    private static Object email(Field field, String text) {
        if (!EMAIL.matcher(text.strip()).matches()) {
            throw RefusedRow.of(
                    "INVALID_EMAIL_ADDRESS",
                    field.definition().label() + ": invalid email address: " + text,
                    field.name());
        }
        return text.strip();
    }
}
