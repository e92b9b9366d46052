package dev.ferry.cli.plan;

import dev.ferry.cli.cloud.Executions;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The plans of a cloud that no run has taken up yet, newest first.
public record PlanList(Executions executions) {
    private static final int SHOWN = 5;

    /// A line for each of the latest, with the command that goes on with it.
    ///
    /// @param repeated options of that command
    public List<String> lines(String repeated) {
        Set<String> runs = executions.latest(RunPlan.MIGRATION).stream()
                .map(Execution::name)
                .collect(Collectors.toSet());
        return executions.latest(RunPlan.MACHINE).stream()
                .filter(plan -> !runs.contains(plan.name()))
                .limit(SHOWN)
                .map(plan -> "plan %s  %s  %s".formatted(plan.name(), plan.state(), next(plan) + repeated))
                .toList();
    }

    private static String next(Execution plan) {
        return plan.state() == State.SUCCEEDED ? "ferry run --plan " + plan.name() : "ferry plan --resume";
    }
}
