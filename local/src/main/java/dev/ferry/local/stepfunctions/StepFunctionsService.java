package dev.ferry.local.stepfunctions;

import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.api.StepFunctionsApi;
import dev.ferry.local.stepfunctions.interpreter.Engine;
import dev.ferry.local.stepfunctions.journal.Journals;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.Timekeeper;

/// The service without its port: for tests, and for whoever lives in the same process.
///
/// *Threading*: safe for concurrent use.
public final class StepFunctionsService implements AutoCloseable {

    private final MachineRegistry machines;
    private final Engine engine;
    private final StepFunctionsApi api;

    private StepFunctionsService(MachineRegistry machines, Engine engine, StepFunctionsApi api) {
        this.machines = machines;
        this.engine = engine;
        this.api = api;
    }

    /// What a service stands on: where it keeps its state, and its sources of time and chance.
    public record Basis(Journals journals, Timekeeper timekeeper, Chance chance) {}

    /// A service on its journals. Executions that were running go on after [#resume].
    public static StepFunctionsService open(
            StepFunctionsSettings settings, Basis basis, LambdaInvoker lambda, ObjectStore s3, QueueSender sqs) {
        var machines = new MachineRegistry(basis.journals(), basis.chance());
        var engine = new Engine(
                new Engine.Foundation(
                        basis.timekeeper(), basis.chance(), basis.journals(), machines, settings.region()),
                lambda,
                s3,
                sqs,
                new StatusEvents(settings.rules(), sqs));
        engine.load();
        var owner =
                new StepFunctionsApi.Owner(settings.accountId(), settings.region(), basis.timekeeper(), basis.chance());
        return new StepFunctionsService(machines, engine, new StepFunctionsApi(machines, engine, owner));
    }

    /// Goes on with what was running when the last process ended.
    public void resume() {
        engine.resume();
    }

    /// The operations.
    public StepFunctionsApi api() {
        return api;
    }

    @Override
    public void close() {
        engine.close();
        machines.close();
    }
}
