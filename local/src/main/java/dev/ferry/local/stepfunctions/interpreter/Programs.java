package dev.ferry.local.stepfunctions.interpreter;

import java.util.Optional;

/// The state machines, as a task that starts one sees them.
public interface Programs {

    /// What an execution of that machine, version or alias runs now.
    Optional<Program> program(String arn);
}
