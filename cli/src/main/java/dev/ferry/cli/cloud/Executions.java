package dev.ferry.cli.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Executions of the state machines, by the Step Functions API.
///
/// *Errors*: AWS SDK exceptions.
public interface Executions {

    /// Starts a machine. *Shape*: the input is JSON text. Starting a name again with the same input changes
    /// nothing.
    Execution start(String machine, String name, String input);

    /// An execution by its ARN.
    Execution describe(String arn);

    /// The latest executions of a machine, newest first.
    List<Execution> latest(String machine);

    /// The state that an execution entered last, or nothing when that is too long ago to tell.
    Optional<String> lastEntered(String arn);

    /// The state at which an execution failed, or nothing when that is too long ago to tell.
    Optional<String> failedAt(String arn);

    /// What an execution was given in the state that it entered last, when that is the named one. *Shape*: JSON
    /// text.
    Optional<String> standsAt(String arn, String state);

    /// Redrives an execution that stopped from where it stopped.
    void redrive(String arn);

    /// Answers a waiting task. *Shape*: the output is JSON text.
    void answer(String taskToken, String output);

    /// The child of the latest distributed map of an execution that failed first, when one did.
    Optional<Execution> failedChild(String executionArn);

    /// How far the distributed maps of an execution are.
    List<MapProgress> maps(String executionArn);

    /// An execution.
    ///
    /// @param input JSON text; empty in lists, which do not carry it
    /// @param error the error's name, when it failed
    /// @param cause what the error says
    record Execution(
            String arn,
            String name,
            State state,
            Instant startedAt,
            @Nullable Instant stoppedAt,
            String input,
            String error,
            String cause) {

        /// When it stopped.
        public Optional<Instant> stopped() {
            return Optional.ofNullable(stoppedAt);
        }
    }

    /// Where an execution stands, as Step Functions says it.
    enum State {
        RUNNING,
        PENDING_REDRIVE,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED;

        /// Whether it is at work.
        public boolean alive() {
            return this == RUNNING || this == PENDING_REDRIVE;
        }
    }

    /// How far a distributed map is.
    ///
    /// @param label of the state, for example `LoadBuckets`
    /// @param concurrency at most this many children at once; 0 for no bound
    record MapProgress(String label, long total, long done, long running, long pending, int concurrency) {}
}
