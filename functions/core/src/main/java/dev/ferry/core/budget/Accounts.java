package dev.ferry.core.budget;

import java.time.LocalDate;

/// What a worker has to say at its next ask: counts of one day, those of an earlier day being dropped with it.
///
/// *Threading*: guarded by its pacer.
final class Accounts {
    private LocalDate day = LocalDate.EPOCH;
    private long sent;
    private long unused;

    void sent(LocalDate on) {
        turnTo(on);
        sent += on.equals(day) ? 1 : 0;
    }

    void unused(LocalDate on, int slots) {
        turnTo(on);
        unused += on.equals(day) ? slots : 0;
    }

    Spending current() {
        return new Spending(day, sent, unused);
    }

    /// Takes off what was stored; more may have been added since.
    void settled(Spending stored) {
        if (stored.day().equals(day)) {
            sent -= stored.sent();
            unused -= stored.unused();
        }
    }

    private void turnTo(LocalDate on) {
        if (on.isAfter(day)) {
            day = on;
            sent = 0;
            unused = 0;
        }
    }
}
