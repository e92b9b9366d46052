package dev.ferry.local.stepfunctions.interpreter;

import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.ObjectStore;
import dev.ferry.local.stepfunctions.QueueSender;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.Timekeeper;

/// What the interpreter runs in: time, chance, the services that tasks call, and the other executions.
record Surroundings(
        Timekeeper timekeeper,
        Chance chance,
        Queries queries,
        Services services,
        TokenDesk tokens,
        Executions executions,
        String region) {

    /// The services that tasks and Map states call.
    record Services(LambdaInvoker lambda, ObjectStore objects, QueueSender queues) {}
}
