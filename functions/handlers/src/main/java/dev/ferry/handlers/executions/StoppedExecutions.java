package dev.ferry.handlers.executions;

import java.util.Optional;

/// What Step Functions knows of executions that have stopped.
///
/// *Errors*: AWS SDK exceptions.
public interface StoppedExecutions {

    /// An execution by its ARN.
    Execution describe(String arn);

    /// The state at which an execution failed, or nothing when that is too long ago to tell.
    Optional<String> failedAt(String arn);

    /// The child of the latest distributed map of an execution that failed first, when one did.
    Optional<Execution> failedChild(String executionArn);
}
