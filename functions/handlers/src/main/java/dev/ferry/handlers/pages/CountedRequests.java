package dev.ferry.handlers.pages;

import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import dev.ferry.core.tally.Tally;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A budget that counts the turns it gives: what the requests of a message are in the report.
///
/// A message that is worked on again counts anew under the same name, and a worker that dies does not count, so the
/// sum is at most what was sent. What is held against the provider's day is the budget's own account.
///
/// *Threading*: safe for concurrent use.
final class CountedRequests implements RequestBudget {
    private final RequestBudget budget;
    private final AtomicLong sent = new AtomicLong();

    CountedRequests(RequestBudget budget) {
        this.budget = budget;
    }

    /// What was sent for a message.
    Tally tally(PageMessage message) {
        String unit = "requests/%s/%s/%s".formatted(message.work(), message.unit(), message.cursor());
        return Tally.of(PagePorts.PHASE, unit, Map.of("requests", sent.get()));
    }

    @Override
    public Turn take(Purpose purpose) throws InterruptedException {
        Turn turn = budget.take(purpose);
        if (turn instanceof Turn.Go) {
            sent.incrementAndGet();
        }
        return turn;
    }

    @Override
    public void accepted(Slot slot) {
        budget.accepted(slot);
    }

    @Override
    public void throttled(Slot slot) {
        budget.throttled(slot);
    }

    @Override
    public void keyRefused(Slot slot, String reason) {
        budget.keyRefused(slot, reason);
    }
}
