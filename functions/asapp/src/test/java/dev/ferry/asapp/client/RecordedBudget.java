package dev.ferry.asapp.client;

import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A budget that lets everything go and keeps what it was told.
final class RecordedBudget implements RequestBudget {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Deque<Turn> script = new ArrayDeque<>();

    /// The next turn, instead of one to go.
    void answers(Turn turn) {
        script.add(turn);
    }

    /// What happened, in order.
    List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public Turn take(Purpose purpose) {
        events.add(purpose.name());
        return script.isEmpty() ? new Turn.Go(new Slot(Instant.EPOCH, LocalDate.EPOCH, 0)) : script.remove();
    }

    @Override
    public void accepted(Slot slot) {
        events.add("accepted");
    }

    @Override
    public void throttled(Slot slot) {
        events.add("throttled");
    }

    @Override
    public void keyRefused(Slot slot, String reason) {
        events.add("refused " + reason);
    }
}
