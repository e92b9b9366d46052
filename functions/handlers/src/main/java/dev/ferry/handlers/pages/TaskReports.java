package dev.ferry.handlers.pages;

import dev.ferry.core.failure.FerryException;
import dev.ferry.handlers.dynamodb.TaskToken;

/// Answers to waiting states.
///
/// *Errors*: `STORE_UNAVAILABLE` when Step Functions does not answer. A token that is no longer valid is no error.
public interface TaskReports {
    /// Lets the state go on with an output.
    void succeeded(TaskToken token, Object output);

    /// Lets the state fail with the names that machines match for the same failure of a function.
    void failed(TaskToken token, FerryException failure);

    /// Says that the work goes on. False when nobody waits for it any more.
    boolean alive(TaskToken token);
}
