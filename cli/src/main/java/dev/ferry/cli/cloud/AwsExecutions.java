package dev.ferry.cli.cloud;

import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.SfnStoppedExecutions;
import dev.ferry.handlers.executions.StoppedExecutions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;

/// Executions by Step Functions.
///
/// *Threading*: safe for concurrent use.
public final class AwsExecutions implements Executions {
    private static final int LATEST = 50;

    private final SfnClient client;
    private final CloudDescription cloud;
    private final StoppedExecutions stopped;

    public AwsExecutions(SfnClient client, CloudDescription cloud) {
        this.client = client;
        this.cloud = cloud;
        this.stopped = new SfnStoppedExecutions(() -> client);
    }

    @Override
    public Execution start(String machine, String name, String input) {
        return describe(client.startExecution(request -> request.stateMachineArn(cloud.stateMachine(machine))
                        .name(name)
                        .input(input))
                .executionArn());
    }

    @Override
    public Execution describe(String arn) {
        return stopped.describe(arn);
    }

    @Override
    public List<Execution> latest(String machine) {
        return client
                .listExecutions(request ->
                        request.stateMachineArn(cloud.stateMachine(machine)).maxResults(LATEST))
                .executions()
                .stream()
                .map(AwsExecutions::listed)
                .sorted(Comparator.comparing(Execution::startedAt).reversed())
                .toList();
    }

    @Override
    public Optional<String> lastEntered(String arn) {
        return entered(arn).map(StateEnteredEventDetails::name);
    }

    @Override
    public Optional<String> standsAt(String arn, String state) {
        return entered(arn).filter(entered -> entered.name().equals(state)).map(StateEnteredEventDetails::input);
    }

    @Override
    public Optional<String> failedAt(String arn) {
        return stopped.failedAt(arn);
    }

    private Optional<StateEnteredEventDetails> entered(String arn) {
        return client
                .getExecutionHistory(
                        request -> request.executionArn(arn).reverseOrder(true).maxResults(LATEST))
                .events()
                .stream()
                .filter(event -> event.stateEnteredEventDetails() != null)
                .map(HistoryEvent::stateEnteredEventDetails)
                .findFirst();
    }

    @Override
    public void redrive(String arn) {
        client.redriveExecution(request -> request.executionArn(arn));
    }

    @Override
    public void answer(String taskToken, String output) {
        client.sendTaskSuccess(request -> request.taskToken(taskToken).output(output));
    }

    @Override
    public Optional<Execution> failedChild(String executionArn) {
        return stopped.failedChild(executionArn);
    }

    @Override
    public List<MapProgress> maps(String executionArn) {
        List<DescribeMapRunResponse> runs = new ArrayList<>();
        client.listMapRuns(request -> request.executionArn(executionArn))
                .mapRuns()
                .forEach(run -> runs.add(client.describeMapRun(request -> request.mapRunArn(run.mapRunArn()))));
        return runs.stream()
                .sorted(Comparator.comparing(DescribeMapRunResponse::startDate))
                .map(AwsExecutions::progress)
                .toList();
    }

    private static Execution listed(ExecutionListItem item) {
        return new Execution(
                item.executionArn(),
                item.name(),
                SfnStoppedExecutions.state(item.status()),
                item.startDate(),
                item.stopDate(),
                "",
                "",
                "");
    }

    // ...:mapRun:{machine}/{label}:{id}
    private static MapProgress progress(DescribeMapRunResponse run) {
        String arn = run.mapRunArn();
        String label = arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf(':'));
        var counts = run.itemCounts();
        long done = counts.succeeded() + counts.failed() + counts.timedOut() + counts.aborted();
        return new MapProgress(label, counts.total(), done, counts.running(), counts.pending(), run.maxConcurrency());
    }
}
