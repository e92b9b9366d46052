package dev.ferry.core.mapping.trial;

import dev.ferry.core.target.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A target value as a mapping test writes it.
///
/// *Shape*: text, numbers and booleans as they are, dates `2026-07-05`, moments `2026-07-05T14:31:26.000Z`,
/// references
/// `Case/asapp:acme:issue:1`, ids of the target as text.
final class RenderedValue {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RenderedValue() {}

    static String of(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Numeric(BigDecimal number) -> number.toPlainString();
            case FieldValue.Flag(boolean flag) -> Boolean.toString(flag);
            case FieldValue.Day(LocalDate day) -> day.toString();
            case FieldValue.Moment(Instant moment) -> MILLIS.format(moment);
            case FieldValue.Reference reference -> reference.object() + "/" + reference.key();
            case FieldValue.TargetId(String id) -> id;
        };
    }

    /// What a test writes, in the same form.
    static String expected(@Nullable Object written) {
        return written instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(written);
    }
}
