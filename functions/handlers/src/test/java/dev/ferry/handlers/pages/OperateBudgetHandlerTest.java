package dev.ferry.handlers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.BudgetName;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.InMemoryBudgetStore;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.handlers.pages.OperateBudgetHandler.Action;
import dev.ferry.handlers.pages.OperateBudgetHandler.Operated;
import dev.ferry.handlers.pages.OperateBudgetHandler.Standing;
import dev.ferry.handlers.pages.OperateBudgetHandler.Wish;
import dev.ferry.handlers.pipeline.StubContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OperateBudgetHandlerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T12:00:00Z"), ZoneOffset.UTC);

    private final SharedBudget budget = new SharedBudget(
            new InMemoryBudgetStore(), new BudgetName("asapp:acme"), BudgetSettings.standard(100_000), CLOCK);

    @Test
    void tellsWhereTheBudgetStandsAndWhenTheWorkIsDone() {
        assertThat(operate(Action.STATUS))
                .isEqualTo(new Standing(
                        "2026-03-03",
                        0,
                        0,
                        88_200,
                        "2026-03-04T00:00:02Z",
                        "",
                        "done on Thursday, 2026-03-05 at 00:04 at 88200 requests a day"));
    }

    @Test
    void appliesTheSettingsOfTheConfiguration() {
        assertThat(operate(Action.APPLY).left()).isEqualTo(882);
        assertThat(budget.current().settings()).isEqualTo(BudgetSettings.standard(1_000));
    }

    @Test
    void closesTheBreakerWhenAPersonDecidesSo() {
        budget.refused("v1", "401-01");
        assertThat(operate(Action.STATUS).breaker()).isEqualTo("401-01");
        assertThat(operate(Action.REOPEN).breaker()).isEmpty();
    }

    private Standing operate(Action action) {
        return new OperateBudgetHandler(run -> new Operated(budget, BudgetSettings.standard(1_000)), CLOCK)
                .handleRequest(new Wish("m1", "r1", "k", action, 200_000), new StubContext());
    }
}
