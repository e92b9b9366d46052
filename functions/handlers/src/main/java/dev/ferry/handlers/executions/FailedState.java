package dev.ferry.handlers.executions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// The state at which an execution failed, by its history.
///
/// Branches of a Parallel state are interleaved there, so the state that was entered last may be one that was
/// well: the way back from the failure, event by event, ends at the state whose failure it is.
final class FailedState {
    private static final Set<String> CONTAINERS = Set.of(
            "ExecutionFailed", "ExecutionTimedOut", "ParallelStateFailed", "MapStateFailed", "MapIterationFailed");

    private FailedState() {}

    /// The name of the state; nothing when the events do not reach back to it.
    ///
    /// @param newest the latest events, newest first
    static Optional<String> of(List<HistoryEvent> newest) {
        Map<Long, HistoryEvent> events =
                newest.stream().collect(Collectors.toMap(HistoryEvent::id, Function.identity()));
        @Nullable
        HistoryEvent event =
                newest.stream().filter(FailedState::fails).findFirst().orElse(null);
        while (event != null && event.stateEnteredEventDetails() == null) {
            event = events.get(event.previousEventId());
        }
        return Optional.ofNullable(event)
                .map(entered -> entered.stateEnteredEventDetails().name());
    }

    private static boolean fails(HistoryEvent event) {
        String type = event.typeAsString();
        return type.equals("FailStateEntered")
                || ((type.endsWith("Failed") || type.endsWith("TimedOut")) && !CONTAINERS.contains(type));
    }
}
