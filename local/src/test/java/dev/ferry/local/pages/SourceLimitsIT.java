package dev.ferry.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// What happens to the reading of a source when its day is spent or its key is revoked in the middle, over HTTP and
/// as the tenant's own record of requests shows it.
class SourceLimitsIT {
    private static final int DATES = 20;
    private static final int A_DAY = 30;

    @TempDir
    private Path directory;

    @Test
    void parksWhenTheDayIsSpentAndGoesOnAfterTheResetThoughEverythingWasStopped()
            throws IOException, InterruptedException {
        try (SourceRig rig = SourceRig.start(directory, DATES, "utterances")) {
            String execution = rig.mirror("utterances", A_DAY);
            rig.await("parked", () -> rig.entered(execution, "WaitForTheDay"));
            int copied = rig.copies().size();
            assertThat(copied).as("stopped in the middle").isBetween(5, DATES - 5);

            rig.restart(Duration.ofHours(24));
            rig.await("done", () -> rig.status(execution) != ExecutionStatus.RUNNING);

            assertThat(rig.status(execution)).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(rig.copies()).hasSize(DATES);
            Map<String, Long> downloads = downloads(rig.tenant().calls());
            assertThat(downloads).as("every file, none lost").hasSize(DATES);
            assertThat(downloads.values()).as("none repeated").containsOnly(1L);
            assertThat(rig.tenant().usage().days().values())
                    .hasSize(2)
                    .allSatisfy(requests -> assertThat(requests).isLessThanOrEqualTo(A_DAY));
        }
    }

    @Test
    void stopsEveryWorkerWithinASecondOfARevocationAndGoesOnWithANewKey() throws IOException, InterruptedException {
        String[] feeds = {"utterances", "staging_utterance_state", "staging_conversation_state"};
        try (SourceRig rig = SourceRig.start(directory, 5 * DATES, feeds)) {
            List<String> executions = List.of(feeds).stream()
                    .map(feed -> rig.mirror(feed, 100_000))
                    .toList();
            rig.await("well under way", () -> rig.tenant().calls().size() > 60);
            rig.admin("POST", "/sim/v1/keys/ferry-api-id/revoke", "");
            long revoked = System.currentTimeMillis();
            executions.forEach(execution -> rig.await("failed", () -> rig.status(execution) == ExecutionStatus.FAILED));

            long last = rig.tenant().calls().stream()
                    .filter(call -> !call.key().isEmpty())
                    .mapToLong(CallRecord::arrivalNanos)
                    .max()
                    .orElseThrow();
            assertThat(TimeUnit.NANOSECONDS.toMillis(last) - revoked)
                    .as("milliseconds from the revocation to the last request")
                    .isLessThan(1_000);
            assertThat(rig.tenant().calls()).anyMatch(call -> call.status() == 401);

            rig.admin("POST", "/sim/v1/keys/ferry-api-id/reset", "");
            rig.putKeyAgain();
            executions.forEach(
                    execution -> rig.clients().sfn().redriveExecution(request -> request.executionArn(execution)));
            executions.forEach(
                    execution -> rig.await("done", () -> rig.status(execution) == ExecutionStatus.SUCCEEDED));
            assertThat(rig.copies()).hasSize(feeds.length * 5 * DATES);
        }
    }

    private static Map<String, Long> downloads(List<CallRecord> calls) {
        return calls.stream()
                .filter(call -> call.verdict() == Verdict.DOWNLOAD)
                .collect(Collectors.groupingBy(CallRecord::path, Collectors.counting()));
    }
}
