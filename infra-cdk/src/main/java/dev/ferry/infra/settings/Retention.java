package dev.ferry.infra.settings;

import java.util.Map;
import software.amazon.awscdk.services.logs.RetentionDays;

/// How long CloudWatch keeps logs. It knows certain numbers of days only.
public final class Retention {
    private static final Map<Integer, RetentionDays> DAYS = Map.of(
            1, RetentionDays.ONE_DAY,
            7, RetentionDays.ONE_WEEK,
            14, RetentionDays.TWO_WEEKS,
            30, RetentionDays.ONE_MONTH,
            90, RetentionDays.THREE_MONTHS,
            180, RetentionDays.SIX_MONTHS,
            365, RetentionDays.ONE_YEAR);

    private Retention() {}

    /// CloudWatch's name of a number of days.
    ///
    /// *Errors*: `IllegalArgumentException` for a number that it does not know.
    public static RetentionDays of(int days) {
        RetentionDays found = DAYS.get(days);
        if (found == null) {
            throw new IllegalArgumentException(
                    "context logDays is %d; it is one of 1, 7, 14, 30, 90, 180 and 365".formatted(days));
        }
        return found;
    }
}
