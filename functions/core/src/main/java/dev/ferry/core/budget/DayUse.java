package dev.ferry.core.budget;

import java.time.LocalDate;

/// What has been taken of one of the provider's days.
///
/// *Shape*: `reserved` counts slots given out and not given back; it is what is held against the cap. `used` counts
/// requests that workers say they have sent; a worker that dies never says so, so it is at most `reserved`.
///
/// @param spent whether the provider itself has said that the day is over
public record DayUse(LocalDate day, long reserved, long used, boolean spent) {
    /// Refuses counts below zero.
    public DayUse {
        if (reserved < 0 || used < 0) {
            throw new IllegalArgumentException("A day cannot have " + reserved + " reserved and " + used + " used");
        }
    }

    /// A day of which nothing is taken.
    public static DayUse of(LocalDate day) {
        return new DayUse(day, 0, 0, false);
    }

    /// This, when it is about the day; else that day, untouched.
    DayUse at(LocalDate wanted) {
        return day.equals(wanted) ? this : of(wanted);
    }

    /// How many more may be reserved.
    public long room(DailyCap cap, Purpose purpose) {
        return spent ? 0 : Math.max(0, cap.allowance(purpose) - reserved);
    }

    DayUse reserve(int slots) {
        return new DayUse(day, reserved + slots, used, spent);
    }

    /// The day after a worker's account of its leases; an account of another day changes nothing.
    DayUse settle(Spending spending) {
        return spending.day().equals(day)
                ? new DayUse(day, Math.max(0, reserved - spending.unused()), used + spending.sent(), spent)
                : this;
    }

    DayUse over() {
        return new DayUse(day, reserved, used, true);
    }

    DayUse reopened() {
        return new DayUse(day, reserved, used, false);
    }
}
