package dev.ferry.handlers.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class FailedStateTest {

    @Test
    void goesBackFromTheFailureAndNotToTheStateEnteredLast() {
        List<HistoryEvent> history = List.of(
                event(10, 9, "ExecutionFailed"),
                event(9, 7, "ParallelStateFailed"),
                event(8, 6, "TaskStateAborted"),
                event(7, 5, "LambdaFunctionFailed"),
                entered(6, 2, "PassStateEntered", "Healthy"),
                event(5, 4, "LambdaFunctionStarted"),
                event(4, 3, "LambdaFunctionScheduled"),
                entered(3, 2, "TaskStateEntered", "Broken"),
                event(2, 1, "ParallelStateStarted"));
        assertThat(FailedState.of(history)).contains("Broken");
    }

    @Test
    void namesAFailStateThatFollowsARetriedFailure() {
        assertThat(FailedState.of(List.of(
                        event(6, 5, "ExecutionFailed"),
                        entered(5, 4, "FailStateEntered", "BooksUnbalanced"),
                        event(3, 2, "LambdaFunctionFailed"),
                        entered(2, 0, "TaskStateEntered", "BalanceBooks"))))
                .contains("BooksUnbalanced");
    }

    @Test
    void namesNothingWhenTheEventsDoNotReachBack() {
        assertThat(FailedState.of(List.of(event(900, 899, "ExecutionFailed"), event(899, 3, "TaskFailed"))))
                .isEmpty();
        assertThat(FailedState.of(List.of(event(3, 0, "ExecutionAborted")))).isEmpty();
    }

    private static HistoryEvent event(long id, long previous, String type) {
        return HistoryEvent.builder()
                .id(id)
                .previousEventId(previous)
                .type(type)
                .build();
    }

    private static HistoryEvent entered(long id, long previous, String type, String state) {
        return event(id, previous, type).toBuilder()
                .stateEnteredEventDetails(details -> details.name(state))
                .build();
    }
}
