package dev.ferry.cli.console;

import java.time.Duration;
import java.util.Locale;

/// How numbers and durations are written on the console.
public final class Amounts {
    private Amounts() {}

    /// A count, for example `16,079`.
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// A count with its noun, for example `1 file` or `349 files`.
    public static String counted(long count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /// A duration in the two units that matter, for example `4.2 s` or `3 min 07 s`.
    public static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return String.format(Locale.ENGLISH, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
        }
        return String.format(Locale.ENGLISH, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }

    /// US dollars, with the digits that matter: `$0.0123`, `$12.34`.
    public static String dollars(double dollars) {
        return String.format(Locale.ENGLISH, dollars < 1 ? "$%.4f" : "$%,.2f", dollars);
    }

    /// A bar of a share from 0 to 1.
    public static String bar(double share, int width) {
        int full = (int) Math.round(Math.clamp(share, 0, 1) * width);
        return "█".repeat(full) + "░".repeat(width - full);
    }
}
