package dev.ferry.cli.cloud;

import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.StoppedExecutions;
import java.util.List;
import java.util.Optional;

/// Executions of the state machines, by the Step Functions API.
///
/// *Errors*: AWS SDK exceptions.
public interface Executions extends StoppedExecutions {

    /// Starts a machine. *Shape*: the input is JSON text. Starting a name again with the same input changes
    /// nothing.
    Execution start(String machine, String name, String input);

    /// The latest executions of a machine, newest first.
    List<Execution> latest(String machine);

    /// The state that an execution entered last, or nothing when that is too long ago to tell.
    Optional<String> lastEntered(String arn);

    /// What an execution was given in the state that it entered last, when that is the named one. *Shape*: JSON
    /// text.
    Optional<String> standsAt(String arn, String state);

    /// Redrives an execution that stopped from where it stopped.
    void redrive(String arn);

    /// Answers a waiting task. *Shape*: the output is JSON text.
    void answer(String taskToken, String output);

    /// How far the distributed maps of an execution are.
    List<MapProgress> maps(String executionArn);

    /// How far a distributed map is.
    ///
    /// @param label of the state, for example `LoadBuckets`
    /// @param concurrency at most this many children at once; 0 for no bound
    record MapProgress(String label, long total, long done, long running, long pending, int concurrency) {}
}
