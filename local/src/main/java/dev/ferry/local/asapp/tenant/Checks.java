package dev.ferry.local.asapp.tenant;

/// Bounds of knobs. *Errors*: `IllegalArgumentException` that names the knob.
final class Checks {
    private Checks() {}

    static void atLeast(String knob, long value, long least) {
        between(knob, value, least, Long.MAX_VALUE);
    }

    static void between(String knob, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d; it is at least %d%s"
                    .formatted(knob, value, least, most == Long.MAX_VALUE ? "" : " and at most " + most));
        }
    }

    static void rate(String knob, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s; a rate is from 0 to 1".formatted(knob, value));
        }
    }
}
