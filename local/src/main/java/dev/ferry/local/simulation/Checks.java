package dev.ferry.local.simulation;

/// Bounds of knobs. *Errors*: `IllegalArgumentException` that names the knob.
public final class Checks {
    private Checks() {}

    /// Refuses a value below a bound.
    public static void atLeast(String knob, long value, long least) {
        between(knob, value, least, Long.MAX_VALUE);
    }

    /// Refuses a value outside of two bounds, which are allowed.
    public static void between(String knob, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d; it is at least %d%s"
                    .formatted(knob, value, least, most == Long.MAX_VALUE ? "" : " and at most " + most));
        }
    }

    /// Refuses what is not from 0 to 1.
    public static void rate(String knob, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s; a rate is from 0 to 1".formatted(knob, value));
        }
    }
}
