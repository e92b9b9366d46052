package dev.ferry.handlers.executions;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.MapRunListItem;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;

/// [StoppedExecutions] by the Step Functions API.
///
/// *Threading*: safe for concurrent use.
public final class SfnStoppedExecutions implements StoppedExecutions {
    private static final int LATEST = 50;
    private static final int FAR_BACK = 1_000;

    private final Supplier<SfnClient> client;

    public SfnStoppedExecutions(Supplier<SfnClient> client) {
        this.client = client;
    }

    @Override
    public Execution describe(String arn) {
        DescribeExecutionResponse found = client.get().describeExecution(request -> request.executionArn(arn));
        return new Execution(
                found.executionArn(),
                found.name(),
                state(found.status()),
                found.startDate(),
                found.stopDate(),
                Objects.requireNonNullElse(found.input(), ""),
                Objects.requireNonNullElse(found.error(), ""),
                Objects.requireNonNullElse(found.cause(), ""));
    }

    @Override
    public Optional<String> failedAt(String arn) {
        List<HistoryEvent> newest = client.get()
                .getExecutionHistory(
                        request -> request.executionArn(arn).reverseOrder(true).maxResults(FAR_BACK))
                .events();
        return FailedState.of(newest)
                .or(() -> newest.stream()
                        .filter(event -> event.stateEnteredEventDetails() != null)
                        .map(HistoryEvent::stateEnteredEventDetails)
                        .map(StateEnteredEventDetails::name)
                        .findFirst());
    }

    @Override
    public Optional<Execution> failedChild(String executionArn) {
        return client.get().listMapRuns(request -> request.executionArn(executionArn)).mapRuns().stream()
                .sorted(Comparator.comparing(MapRunListItem::startDate).reversed())
                .flatMap(run -> failed(run.mapRunArn()).stream())
                .findFirst()
                .map(this::describe);
    }

    private Optional<String> failed(String mapRun) {
        return client
                .get()
                .listExecutions(request -> request.mapRunArn(mapRun)
                        .statusFilter(ExecutionStatus.FAILED)
                        .maxResults(LATEST))
                .executions()
                .stream()
                .min(Comparator.comparing(ExecutionListItem::stopDate))
                .map(ExecutionListItem::executionArn);
    }

    /// The state of an execution by the name that Step Functions has for it.
    public static Execution.State state(ExecutionStatus status) {
        return switch (status) {
            case RUNNING -> Execution.State.RUNNING;
            case PENDING_REDRIVE -> Execution.State.PENDING_REDRIVE;
            case SUCCEEDED -> Execution.State.SUCCEEDED;
            case FAILED -> Execution.State.FAILED;
            case TIMED_OUT -> Execution.State.TIMED_OUT;
            case ABORTED -> Execution.State.ABORTED;
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("unknown execution status");
        };
    }
}
