package dev.ferry.handlers.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.handlers.executions.Execution.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FindCauseTest {
    private static final Instant NOW = Instant.parse("2026-11-01T02:30:00Z");
    private static final String LOAD = "arn:aws:states:us-east-1:0:execution:load:l1";
    private static final String CHILD = "arn:aws:states:us-east-1:0:execution:load/LoadBuckets:c1";

    private final InMemoryStoppedExecutions executions = new InMemoryStoppedExecutions();
    private final FindCause find = new FindCause(executions);

    @Test
    void goesThroughCalledExecutionsAndMapsToWhatTheFunctionSaid() {
        executions.put(failed(LOAD, "States.ExceedToleratedFailureThreshold", "The specified tolerated ..."));
        executions.failedChild(LOAD, failed(CHILD, "dev.ferry.core.failure.FerryException", """
                {"errorMessage":"TARGET_ACCESS: could not sign in: invalid_client","errorType":"x","stackTrace":[]}"""));
        RootCause cause = find.of(failed(
                "arn:aws:states:us-east-1:0:execution:migration:m1",
                "States.TaskFailed",
                "{\"ExecutionArn\":\"%s\",\"Status\":\"FAILED\",\"Cause\":\"long\"}".formatted(LOAD)));
        assertThat(cause.line())
                .isEqualTo("TARGET_ACCESS: could not sign in: invalid_client, in phase Contact. "
                        + "Grant the named permission or renew the secret, then redrive the execution.");
    }

    @Test
    void namesThePhaseOfAMapThatTakesItsItemsInBatches() {
        Execution child = new Execution(
                CHILD, "c1", State.FAILED, NOW, NOW, "{\"BatchInput\":{\"phase\":\"Case\"}}", "x", "gone");
        assertThat(find.of(child).place()).isEqualTo("in phase Case");
    }

    @Test
    void aFailStateNamesItsCode() {
        RootCause cause = find.of(failed(LOAD, "BOOKS_UNBALANCED", "The books of phase Contact do not balance."));
        assertThat(cause.line())
                .startsWith("BOOKS_UNBALANCED: The books of phase Contact do not balance, in phase Contact. Read the");
    }

    @Test
    void whatIsNotOfFerryIsToldAsItCame() {
        RootCause cause = find.of(new Execution(
                "arn:aws:states:us-east-1:0:execution:extract:e",
                "e",
                State.FAILED,
                NOW,
                null,
                "{}",
                "java.lang.OutOfMemoryError",
                "{\"errorMessage\":\"Java heap\\nspace\",\"errorType\":\"java.lang.OutOfMemoryError\"}"));
        assertThat(cause.line())
                .startsWith("java.lang.OutOfMemoryError: Java heap space, in `extract`. Look at the execution");
    }

    @Test
    void whatHealsByItselfIsNotPromisedToHealAgain() {
        RootCause cause = find.of(failed(
                LOAD, "dev.ferry.core.failure.RetriableException", "{\"errorMessage\":\"TARGET_UNAVAILABLE: 503\"}"));
        assertThat(cause.remedy()).contains("did not heal").doesNotContain("Ferry tries again");
    }

    @Test
    void aCauseThatNamesItselfEnds() {
        Execution circle =
                failed(LOAD, "States.TaskFailed", "{\"ExecutionArn\":\"%s\",\"Status\":\"FAILED\"}".formatted(LOAD));
        executions.put(circle);
        assertThat(find.of(circle).error()).isEqualTo("States.TaskFailed");
    }

    private static Execution failed(String arn, String error, String cause) {
        return new Execution(arn, "x", State.FAILED, NOW, NOW, "{\"phase\":\"Contact\"}", error, cause);
    }
}
