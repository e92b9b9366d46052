package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/// The events of one feed in the order of their push: within the reorder window later ones overtake.
///
/// An overtaken event waits until those that overtake it have happened.
///
/// *Threading*: for one thread.
final class DeliveryOrder {
    private final Tenant tenant;
    private final EventReader reader;
    private final PriorityQueue<Placed> waiting = new PriorityQueue<>(Comparator.comparingLong(Placed::place)
            .thenComparingLong(p -> p.event().seq()));
    private final Deque<ScheduledEvent> ready = new ArrayDeque<>();
    private Instant latest = Instant.EPOCH;
    private long read;

    private record Placed(long place, ScheduledEvent event) {}

    DeliveryOrder(Tenant tenant, EventReader reader) {
        this.tenant = tenant;
        this.reader = reader;
    }

    /// The event to come, which stays.
    Optional<ScheduledEvent> peek() {
        while (ready.isEmpty()) {
            Optional<ScheduledEvent> next = reader.next();
            next.ifPresent(this::place);
            if (next.isEmpty() && waiting.isEmpty()) {
                return Optional.empty();
            }
            while (!waiting.isEmpty() && (next.isEmpty() || waiting.element().place() <= read)) {
                ready.add(waiting.remove().event().dueAt(latest));
            }
        }
        return Optional.of(ready.element());
    }

    /// Removes the event to come.
    void advance() {
        ready.remove();
    }

    private void place(ScheduledEvent event) {
        int window = tenant.knobs().events().reorderWindow();
        read = event.seq();
        latest = event.due();
        waiting.add(new Placed(read + tenant.chance().share(window + 1, "order " + event.identity()), event));
    }
}
