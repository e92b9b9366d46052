package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A term compiled against an object.
record TermReader(RowReader reader, Path path, @Nullable String function) {

    static TermReader of(RowReader reader, SObjectType type, Term term) {
        return new TermReader(reader, Path.resolve(reader.store().schema(), type, term.path()), term.function());
    }

    @Nullable
    Object value(Row row) {
        Object value = path.value(reader, row);
        return function == null || value == null ? value : calendar(function, value);
    }

    /// Whether the field's text is compared with regard to case.
    boolean exact() {
        return path.field().type() == FieldType.ID
                || path.field().type() == FieldType.REFERENCE
                || path.field().definition().caseSensitive();
    }

    /// The start of a day as a value of the term's type.
    Object day(LocalDate day) {
        return path.field().type() == FieldType.DATETIME && function == null
                ? (Object) day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                : day;
    }

    private static Object calendar(String function, Object value) {
        LocalDate day = value instanceof Long moment
                ? LocalDate.ofInstant(Instant.ofEpochMilli(moment), ZoneOffset.UTC)
                : LocalDate.parse(value.toString());
        return switch (function) {
            case "CALENDAR_YEAR" -> day.getYear();
            case "CALENDAR_MONTH" -> day.getMonthValue();
            case "CALENDAR_QUARTER" -> (day.getMonthValue() + 2) / 3;
            case "DAY_IN_MONTH" -> day.getDayOfMonth();
            case "DAY_ONLY" -> day;
            default -> throw SoqlException.malformed("unknown function " + function);
        };
    }
}
