package dev.ferry.local.stepfunctions.interpreter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The executions of the service, as tasks and Map states start, watch and stop them.
///
/// *Threading*: implementations are safe for concurrent use.
interface Executions {

    /// The execution of that ARN.
    Optional<Execution> find(String arn);

    /// Starts an execution of a machine, or gives the one that runs under that name with that input.
    ///
    /// *Errors*: [StateFailure] with the name that the service's refusal has in a state machine.
    Execution start(String machineArn, String name, String input);

    /// Stops a running execution.
    void stop(Execution execution, @Nullable String error, @Nullable String cause);

    /// The Map Run of a Map state, made on the first call and found again after a restart.
    MapRun mapRun(MapRun.Plan plan);

    /// The Map Run of that ARN.
    Optional<MapRun> findMapRun(String arn);

    /// Runs the child of that index, starting or redriving it first where that is due, until it ends.
    void runChild(MapRun run, int index, Scope scope);
}
