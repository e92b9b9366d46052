package dev.ferry.core.budget;

import java.time.Instant;

/// A lease in a worker's hands: which of its slots are still there, and whether it has been checked.
///
/// *Threading*: guarded by its pacer, but for [#check], which one thread does while others wait for it.
final class HeldLease {
    private final Lease lease;
    private int next;
    private boolean checked;
    private boolean stands = true;

    /// A lease that was given out at a moment. One that begins soon after it needs no check.
    HeldLease(Lease lease, Instant given) {
        this.lease = lease;
        this.checked = !lease.block().first().isAfter(given.plus(BudgetSettings.CHECK_AHEAD));
    }

    Lease lease() {
        return lease;
    }

    int left() {
        return lease.block().slots() - next;
    }

    Slot takeSlot() {
        return lease.slot(next++);
    }

    /// Gives up what is left of it, and says how much that is.
    int giveUp() {
        int left = left();
        next = lease.block().slots();
        return left;
    }

    /// Whether it still stands; asks the budget the first time.
    synchronized boolean check(SharedBudget budget, String secretVersion) {
        if (!checked) {
            stands = budget.current().stands(lease, secretVersion);
            checked = true;
        }
        return stands;
    }
}
