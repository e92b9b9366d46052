package dev.ferry.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    /// A slow reader saw the first phase run and the second one, read a moment later, run as well: the display took
    /// the first for stopped.
    @Test
    void showsNothingBehindAPhaseThatStillRuns() {
        RunProgress read = progress(
                phase("extract", State.SUCCEEDED, 0),
                phase("assemble", State.RUNNING, 1),
                phase("Account", State.RUNNING, 2));
        assertThat(read.inOrder()).extracting(PhaseProgress::name).containsExactly("extract", "assemble");
    }

    @Test
    void showsAllPhasesOfARunThatHasEnded() {
        RunProgress read = progress(phase("extract", State.SUCCEEDED, 0), phase("assemble", State.FAILED, 1));
        assertThat(read.inOrder()).isEqualTo(read.phases());
    }

    private static RunProgress progress(PhaseProgress... phases) {
        Execution parent = new Execution("arn", "name", State.RUNNING, Instant.EPOCH, null, "{}", "", "");
        return new RunProgress(new RunRef("acme", "r1", "config.json"), parent, List.of(phases), null, null);
    }

    private static PhaseProgress phase(String name, State state, int second) {
        return new PhaseProgress(name, state, Instant.ofEpochSecond(second), null, List.of(), new TreeMap<>());
    }
}
