package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.SourceTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values whose JSON type cannot be relied on.
final class Scalars {
    private Scalars() {}

    /// Whether it is `true`, `TRUE` or `1`.
    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equalsIgnoreCase("true") || value.equals("1") || value.equals("1.0"));
    }

    /// The number, or null for what is none.
    static @Nullable Double number(@Nullable String value) {
        if (value == null || value.isEmpty() || "0123456789-+.".indexOf(value.charAt(0)) < 0) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Whether two spellings mean the same: as texts, times, numbers or booleans.
    static boolean same(@Nullable String a, @Nullable String b) {
        if (Objects.equals(a, b)) {
            return true;
        }
        if (a == null || b == null) {
            return false;
        }
        long time = SourceTime.nanos(a);
        if (time != SourceTime.NONE) {
            return time == SourceTime.nanos(b);
        }
        Double number = number(a);
        if (number != null && number.equals(number(b))) {
            return true;
        }
        return isBoolean(a) && isBoolean(b) && isTrue(a) == isTrue(b);
    }

    private static boolean isBoolean(String value) {
        return isTrue(value) || value.equalsIgnoreCase("false") || value.equals("0") || value.equals("0.0");
    }
}
