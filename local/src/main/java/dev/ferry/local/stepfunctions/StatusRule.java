package dev.ferry.local.stepfunctions;

import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import java.util.List;
import java.util.Objects;

/// A rule of EventBridge: which ends of executions a queue hears of.
///
/// *Shape* in `resources.json`:
/// `{"name":"stopped-runs","machines":["migration"],"statuses":["FAILED"],"queue":"stopped-runs"}`. The queue is one
/// of the same file.
///
/// @param machines names of the files in `statemachines/`
/// @param statuses of executions that have ended
public record StatusRule(String name, List<String> machines, List<ExecutionStatus> statuses, String queue) {
    public StatusRule {
        Objects.requireNonNull(queue);
        machines = List.copyOf(machines);
        statuses = List.copyOf(statuses);
        if (machines.isEmpty() || statuses.isEmpty() || statuses.contains(ExecutionStatus.RUNNING)) {
            throw new IllegalArgumentException("rule %s names machines and statuses of ends".formatted(name));
        }
    }

    /// The same rule to another queue, for example by its URL.
    public StatusRule to(String otherQueue) {
        return new StatusRule(name, machines, statuses, otherQueue);
    }

    /// Whether the end of an execution is of interest.
    boolean matches(String machine, ExecutionStatus status) {
        return machines.contains(machine) && statuses.contains(status);
    }
}
