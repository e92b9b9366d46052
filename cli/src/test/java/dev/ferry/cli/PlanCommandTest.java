package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String PLAN = "plan-20261101-020000-000";

    private final CommandLineHarness ferry = new CommandLineHarness();

    @TempDir
    private Path work;

    @BeforeEach
    void aPlan() throws IOException {
        ferry.up(work);
        ferry.cloud.plans.add(FakeCloud.execution(
                PLAN,
                State.SUCCEEDED,
                "{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\"}".formatted(PLAN)));
    }

    private int take(String plan) {
        return ferry.run("run", "--plan", plan, "--no-wait", "--work", work.toString());
    }

    @Test
    void aRunTakesUpThePlanOfItsId() {
        assertThat(take(PLAN)).isZero();
        assertThat(ferry.cloud.runs.getFirst().name()).isEqualTo(PLAN);
        assertThat(ferry.cloud.runs.getFirst().input())
                .isEqualTo("{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\",\"plan\":true}"
                        .formatted(PLAN));
    }

    @Test
    void aRunOfAPlanThatFailedGoesOn() {
        ferry.cloud.runs.add(FakeCloud.execution(PLAN, State.FAILED, "{\"runId\":\"%s\"}".formatted(PLAN)));
        assertThat(take(PLAN)).isZero();
        assertThat(ferry.cloud.redriven).containsExactly("arn:" + PLAN);
    }

    @Test
    void statusNamesPlansThatNoRunHasTakenUp() {
        assertThat(ferry.run("status", "--work", work.toString())).isZero();
        assertThat(ferry.out.toString())
                .contains("plan %s  SUCCEEDED  ferry run --plan %s --work %s".formatted(PLAN, PLAN, work));

        ferry.out.getBuffer().setLength(0);
        ferry.cloud.runs.add(FakeCloud.execution(PLAN, State.SUCCEEDED, "{\"runId\":\"%s\"}".formatted(PLAN)));
        assertThat(ferry.run("status", "--work", work.toString())).isZero();
        assertThat(ferry.out.toString()).contains(PLAN).doesNotContain("ferry run --plan");
    }

    @Test
    void aPlanIsCarriedOutOnce() {
        ferry.cloud.runs.add(FakeCloud.execution(PLAN, State.SUCCEEDED, "{\"runId\":\"%s\"}".formatted(PLAN)));
        assertThat(take(PLAN)).isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: the plan has been carried out, %s, plan again%n".formatted(PLAN));
    }

    @Test
    void refusesAPlanThatNobodyMade() {
        assertThat(take("plan-x")).isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: no such plan, plan-x, make one with `ferry plan`%n".formatted());
    }

    @Test
    void aPlanThatStoppedGoesOnInTheSameCloud() {
        ferry.cloud.plans.clear();
        ferry.cloud.plans.add(FakeCloud.execution(
                PLAN, State.FAILED, "{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\"}".formatted(PLAN)));
        ferry.cloud.runs.add(FakeCloud.execution("another", State.SUCCEEDED, "{}"));
        ferry.cloud.reportStop(ferry.cloud.plans.getFirst());
        String cloud = work.resolve("cloud.json").toString();
        assertThat(ferry.run("plan", "--resume", "--work", work.toString(), "--cloud", cloud))
                .isEqualTo(1);
        assertThat(ferry.out.toString()).contains("ferry plan --resume --cloud " + cloud + " --work " + work);
    }

    @Test
    void refusesOptionsThatWouldBeIgnored() {
        assertThat(ferry.run("plan", "--cloud", "aws.json")).isEqualTo(1);
        assertThat(ferry.run("plan", "--resume", "--export", "here")).isEqualTo(1);
        assertThat(ferry.err.toString()).isEqualTo("""
                ferry: nothing says what to plan there, --cloud, add --config, or --resume
                ferry: no cloud is started for --resume, --export, leave out one of the two options
                """);
    }

    @Test
    void refusesToResumeWhatNobodyPlanned() {
        ferry.cloud.plans.clear();
        assertThat(ferry.run("plan", "--resume", "--work", work.toString())).isEqualTo(1);
        assertThat(ferry.err.toString()).startsWith("ferry: nothing has been planned, ");
    }
}
