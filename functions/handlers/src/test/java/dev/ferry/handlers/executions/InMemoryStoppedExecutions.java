package dev.ferry.handlers.executions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Executions as a test says they have ended.
///
/// *Threading*: for one thread.
public final class InMemoryStoppedExecutions implements StoppedExecutions {
    private final Map<String, Execution> executions = new HashMap<>();
    private final Map<String, Execution> failedChildren = new HashMap<>();

    /// Has an execution, in place of an earlier one of the same ARN.
    public void put(Execution execution) {
        executions.put(execution.arn(), execution);
    }

    /// Has an execution whose map failed with this child.
    public void failedChild(String arn, Execution child) {
        failedChildren.put(arn, child);
    }

    @Override
    public Execution describe(String arn) {
        return Optional.ofNullable(executions.get(arn)).orElseThrow();
    }

    @Override
    public Optional<String> failedAt(String arn) {
        return Optional.empty();
    }

    @Override
    public Optional<Execution> failedChild(String executionArn) {
        return Optional.ofNullable(failedChildren.get(executionArn));
    }
}
