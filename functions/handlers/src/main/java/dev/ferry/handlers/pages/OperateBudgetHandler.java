package dev.ferry.handlers.pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Forecast;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/// What an operator asks of a source's budget, while a run is on or not.
///
/// `STATUS` only looks. `APPLY` makes the settings of the run's configuration those of the budget, from the next
/// lease of every worker on. `REOPEN` closes the breaker for a key that was refused, and opens a day that the
/// source declared spent: a decision of a person who knows that it was not so.
public final class OperateBudgetHandler
        implements RequestHandler<OperateBudgetHandler.Wish, OperateBudgetHandler.Standing> {
    private final Function<RunRef, Operated> budgets;
    private final Clock clock;

    public OperateBudgetHandler() {
        this(AwsRuns.standard(), Environment.clock());
    }

    private OperateBudgetHandler(AwsRuns runs, Clock clock) {
        this(run -> onAws(runs, run, clock), clock);
    }

    OperateBudgetHandler(Function<RunRef, Operated> budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /// What is to be done.
    public enum Action {
        STATUS,
        APPLY,
        REOPEN
    }

    /// A wish.
    ///
    /// @param requests how many requests are still to come, for the forecast; 0 when that is not known
    public record Wish(String migrationId, String runId, String configKey, Action action, long requests) {
        RunRef run() {
            return new RunRef(migrationId, runId, configKey);
        }
    }

    /// Where the budget stands afterwards.
    ///
    /// @param breaker why the key was refused, for example `401-01`; empty while the breaker is closed
    /// @param forecast for example `done on Thursday, 2026-03-05 at 00:04 at 88200 requests a day`
    public record Standing(
            String day, long used, long reserved, long left, String opensAgain, String breaker, String forecast) {}

    record Operated(SharedBudget budget, BudgetSettings configured) {}

    @Override
    public Standing handleRequest(Wish wish, Context context) {
        return Invocation.of(context, wish.run(), () -> {
            Operated operated = budgets.apply(wish.run());
            BudgetState state = switch (wish.action()) {
                case STATUS -> operated.budget().current();
                case APPLY -> operated.budget().configure(operated.configured());
                case REOPEN -> operated.budget().reopen();
            };
            return standing(state, wish.requests());
        });
    }

    private Standing standing(BudgetState state, long requests) {
        Instant now = clock.instant();
        BudgetStatus status = BudgetStatus.of(state, now);
        return new Standing(
                status.day().toString(),
                status.used(),
                status.reserved(),
                status.left(),
                status.opensAgain().toString(),
                status.openBreaker().map(Refusal::reason).orElse(""),
                Forecast.of(state, requests, now)
                        .sentence(state.settings().cap().zone(), Locale.ENGLISH));
    }

    private static Operated onAws(AwsRuns runs, RunRef run, Clock clock) {
        RunPorts ports = runs.open(run);
        BudgetSettings configured = AsappBudget.settings(ports.config().source().api());
        SharedBudget budget = new SharedBudget(
                new DynamoDbBudgetStore(runs.controlTable()),
                AsappBudget.name(ports.config().company()),
                configured,
                clock);
        return new Operated(budget, configured);
    }
}
