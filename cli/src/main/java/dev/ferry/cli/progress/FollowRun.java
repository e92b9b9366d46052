package dev.ferry.cli.progress;

import dev.ferry.cli.Surroundings.Pause;
import dev.ferry.cli.cloud.Gates;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.handlers.executions.Execution.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows a run on the console until it ends, is parked, or waits for a person: one line per phase.
///
/// *Threading*: for one thread.
public final class FollowRun {
    private static final Duration LOOK = Duration.ofSeconds(1);

    // A provider that refuses the pace is left alone for a minute; nobody need go away for that.
    private static final Duration WORTH_LEAVING = Duration.ofMinutes(5);

    private final ReadProgress progress;
    private final Console console;
    private final InstantSource clock;
    private final Pause pause;
    private final @Nullable LiveCost cost;
    private final Set<String> settled = new HashSet<>();
    private String answered = "";
    private @Nullable Stage stage;
    private String staged = "";

    public FollowRun(ReadProgress progress, Console console, InstantSource clock, Pause pause) {
        this(progress, console, clock, pause, null);
    }

    /// @param cost shown beside the progress of a phase
    public FollowRun(
            ReadProgress progress, Console console, InstantSource clock, Pause pause, @Nullable LiveCost cost) {
        this.cost = cost;
        this.progress = progress;
        this.console = console;
        this.clock = clock;
        this.pause = pause;
    }

    /// Follows an execution. May be called again after a gate has been answered.
    public RunEnd follow(String executionArn) throws InterruptedException {
        try {
            while (true) {
                RunProgress now = progress.read(executionArn);
                String soFar = cost == null ? "" : cost.of(now.run());
                now.inOrder().forEach(phase -> show(phase, soFar));
                Gates.Waiting gate = now.waiting();
                if (gate != null && !gate.token().equals(answered)) {
                    answered = gate.token();
                    return new RunEnd.Waits(now.run(), gate);
                }
                Instant until = now.parked();
                if (until != null && until.isAfter(clock.instant().plus(WORTH_LEAVING))) {
                    return new RunEnd.Parked(now.run(), until);
                }
                if (!now.execution().state().alive()) {
                    return now.execution().state() == State.SUCCEEDED
                            ? new RunEnd.Finished(now.run())
                            : new RunEnd.Stopped(now.run(), now.execution());
                }
                pause.await(LOOK);
            }
        } finally {
            closeStage();
        }
    }

    private void show(PhaseProgress phase, String soFar) {
        String id = phase.name() + phase.startedAt();
        if (settled.contains(id)) {
            return;
        }
        if (stage == null || !staged.equals(id)) {
            closeStage();
            stage = console.stage(phase.name());
            staged = id;
        }
        if (phase.state().alive()) {
            stage.progress(ProgressLine.of(phase, clock.instant()) + soFar);
            return;
        }
        settled.add(id);
        if (phase.state() == State.SUCCEEDED) {
            stage.done(ProgressLine.result(phase));
        } else {
            stage.failed(ProgressLine.result(phase));
        }
        stage = null;
    }

    private void closeStage() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }
}
