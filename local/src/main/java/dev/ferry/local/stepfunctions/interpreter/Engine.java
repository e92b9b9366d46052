package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.ObjectStore;
import dev.ferry.local.stepfunctions.QueueSender;
import dev.ferry.local.stepfunctions.StatusEvents;
import dev.ferry.local.stepfunctions.asl.Definition;
import dev.ferry.local.stepfunctions.asl.DefinitionReader;
import dev.ferry.local.stepfunctions.asl.InvalidDefinitionException;
import dev.ferry.local.stepfunctions.journal.Journals;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Starts, runs, stops and redrives executions, and picks them all up again after a restart.
///
/// *Threading*: safe for concurrent use.
public final class Engine implements Executions, AutoCloseable {

    private final Timekeeper timekeeper;
    private final Chance chance;
    private final Programs programs;
    private final ExecutionStore store;
    private final TokenDesk tokens;
    private final StatusEvents events;
    private final String region;
    private final FrameRunner frames;
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

    /// What the engine is built on.
    public record Foundation(
            Timekeeper timekeeper, Chance chance, Journals journals, Programs programs, String region) {}

    /// An engine on its journals; nothing is known before [#load] and nothing runs before [#resume].
    ///
    /// @param events who hears of ends
    public Engine(
            Foundation foundation, LambdaInvoker lambda, ObjectStore objects, QueueSender queues, StatusEvents events) {
        this.timekeeper = foundation.timekeeper();
        this.chance = foundation.chance();
        this.programs = foundation.programs();
        this.events = events;
        this.region = foundation.region();
        this.tokens = new TokenDesk(timekeeper, chance);
        this.store = new ExecutionStore(foundation.journals(), timekeeper);
        this.frames = new FrameRunner(new Surroundings(
                timekeeper,
                chance,
                new Queries(chance),
                new Surroundings.Services(lambda, objects, queues),
                tokens,
                this,
                foundation.region()));
    }

    /// Reads the journals; tokens of tasks that wait are good from then on.
    public void load() {
        store.load();
        store.all().stream()
                .filter(execution -> execution.log().status() == ExecutionStatus.RUNNING)
                .forEach(this::expectTokens);
    }

    /// Goes on with everything that was running when the last process ended, and tells of ends that it did not tell
    /// of.
    public void resume() {
        store.all().stream()
                .filter(execution -> execution.origin().mapRunArn() == null)
                .filter(execution -> execution.log().status() == ExecutionStatus.RUNNING)
                .forEach(this::launch);
        store.all().stream().filter(execution -> execution.log().isUntold()).forEach(this::tell);
    }

    private void expectTokens(Execution execution) {
        execution.log().openTokens().forEach((token, frame) -> tokens.expect(token, execution, frame));
    }

    @Override
    public Optional<Execution> find(String arn) {
        return store.find(arn);
    }

    /// All executions, the latest first.
    public List<Execution> all() {
        return store.all();
    }

    /// Starts an execution under a name that is free.
    public Execution start(Program program, String name, String input) {
        var kind = program.express() ? ":express:" : ":execution:";
        var arn = program.machineArn().replaceFirst(":stateMachine:", kind) + ":" + name
                + (program.express() ? ":" + chance.uuid() : "");
        var execution = store.create(program, new Origin(arn, name, input, timekeeper.now(), null, 0));
        begin(execution);
        launch(execution);
        return execution;
    }

    private void begin(Execution execution) {
        if (!execution.log().events().isEmpty()) {
            return;
        }
        var details = Json.object().put("input", execution.origin().input());
        details.set("inputDetails", Json.object().put("truncated", false));
        details.put("roleArn", execution.program().roleArn());
        var wrapped = Json.object();
        wrapped.set("executionStartedEventDetails", details);
        execution.log().event("", "ExecutionStarted", wrapped, Json.object().put("k", "begun"));
    }

    @Override
    public Execution start(String machineArn, String name, String input) {
        var program = programs.program(machineArn)
                .orElseThrow(() -> new StateFailure(
                        "StepFunctions.StateMachineDoesNotExistException",
                        "State Machine Does Not Exist: '%s' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: %s; Proxy: null)"
                                .formatted(machineArn, chance.uuid())));
        var arn = program.machineArn().replaceFirst(":stateMachine:", ":execution:") + ":" + name;
        var known = store.find(arn);
        if (known.isPresent()) {
            var same = known.get();
            if (same.log().status() == ExecutionStatus.RUNNING
                    && same.origin().input().equals(input)) {
                return same;
            }
            throw new StateFailure(
                    "StepFunctions.ExecutionAlreadyExistsException",
                    "Execution Already Exists: '%s' (Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: %s; Proxy: null)"
                            .formatted(arn, chance.uuid()));
        }
        return start(program, name, input);
    }

    /// Waits until an execution has ended.
    public void await(Execution execution) {
        var ended = timekeeper.latch();
        execution.watch(ended);
        timekeeper.await(ended, null);
    }

    private void launch(Execution execution) {
        var scope = new Scope(timekeeper, null);
        execution.running(scope);
        var definition = definition(execution.program());
        if (definition.timeoutSeconds() != null) {
            watchTimeout(execution, scope, definition.timeoutSeconds());
        }
        timekeeper.start(() -> run(execution, definition, scope));
    }

    private void run(Execution execution, Definition definition, Scope scope) {
        runRoot(execution, new Frame(execution, "", definition.graph(), null, scope, null));
    }

    private void runRoot(Execution execution, Frame root) {
        try {
            begin(execution);
            root.begin(Json.parseOwn(execution.origin().input()), 0);
            var output = frames.run(root);
            end(execution, ExecutionStatus.SUCCEEDED, Json.object().put("output", Json.text(output)));
        } catch (StateFailure e) {
            end(execution, ExecutionStatus.FAILED, outcome(e.error(), e.cause()));
        } catch (Halted e) {
            if (root.scope().halted() == Scope.Reason.ABORTED) {
                end(execution, ExecutionStatus.ABORTED, Json.object());
            }
        } catch (IllegalStateException | ClassCastException | NullPointerException e) {
            // A fault of the interpreter itself must show in the execution rather than leave it running for ever.
            end(execution, ExecutionStatus.FAILED, outcome("States.Runtime", "The local interpreter failed: " + e));
        }
    }

    private void watchTimeout(Execution execution, Scope scope, long seconds) {
        var redriven = execution.log().redriven();
        var from = redriven == null ? execution.origin().started() : redriven;
        var ended = timekeeper.latch();
        execution.watch(ended);
        timekeeper.start(() -> {
            try {
                if (!scope.await(ended, from.plusSeconds(seconds))) {
                    end(execution, ExecutionStatus.TIMED_OUT, Json.object());
                    execution.halt(Scope.Reason.ABORTED);
                }
            } catch (Halted e) {
                execution.unwatch(ended);
            }
        });
    }

    private void end(Execution execution, ExecutionStatus status, ObjectNode outcome) {
        if (execution.log().end(status, outcome)) {
            store.ended(execution);
            execution.announceEnd();
            tell(execution);
        }
    }

    // Noted after the event is sent: one that is sent in between is sent again.
    private void tell(Execution execution) {
        var machine = execution.program().machineName();
        var redrives = execution.log().redrives();
        var status = execution.log().status();
        if (execution.origin().mapRunArn() != null || !events.isHeard(machine, status)) {
            return;
        }
        var event = StatusChange.of(execution, region, chance.uuid(), timekeeper.now());
        if (events.send(machine, status, event)) {
            try {
                execution.log().told(redrives);
                if (execution.log().status() != ExecutionStatus.RUNNING) {
                    store.ended(execution);
                }
            } catch (Halted closed) {
                // The service has let go of its journals; the event is sent again at its next start.
            }
        }
    }

    private static ObjectNode outcome(@Nullable String error, @Nullable String cause) {
        var outcome = Json.object();
        if (error != null) {
            outcome.put("error", error);
        }
        return cause == null ? outcome : outcome.put("cause", cause);
    }

    private Definition definition(Program program) {
        return definitions.computeIfAbsent(program.definition(), text -> {
            try {
                return DefinitionReader.read(text, program.express());
            } catch (InvalidDefinitionException e) {
                throw new IllegalStateException("A stored definition is no longer valid: " + e.getMessage(), e);
            }
        });
    }

    @Override
    public void stop(Execution execution, @Nullable String error, @Nullable String cause) {
        end(execution, ExecutionStatus.ABORTED, outcome(error, cause));
        execution.halt(Scope.Reason.ABORTED);
    }

    /// Runs an execution again from where it failed; false when it has not failed.
    public boolean redrive(Execution execution) {
        if (!execution.log().tryRedrive()) {
            return false;
        }
        launch(execution);
        return true;
    }

    @Override
    public MapRun mapRun(MapRun.Plan plan) {
        return store.mapRun(plan);
    }

    @Override
    public Optional<MapRun> findMapRun(String arn) {
        return store.findMapRun(arn);
    }

    /// The Map Runs of an execution.
    public List<MapRun> mapRuns(String executionArn) {
        return store.mapRuns(executionArn);
    }

    @Override
    public void runChild(MapRun run, int index, Scope scope) {
        var known = run.child(index);
        boolean again = run.takeRedrive(index);
        Execution child;
        if (known == null || (again && known.program().express())) {
            child = newChild(run, index);
        } else if (again) {
            known.log().tryRedrive();
            child = known;
        } else {
            child = known;
        }
        if (child.log().status() == ExecutionStatus.RUNNING) {
            var inner = new Scope(timekeeper, scope);
            child.running(inner);
            try {
                runRoot(child, new Frame(child, "", run.graph(), null, inner, null));
            } finally {
                inner.close();
            }
        }
        scope.check();
    }

    private Execution newChild(MapRun run, int index) {
        var program = run.program();
        var name = chance.uuid().toString();
        var arn = program.machineArn().replaceFirst(":stateMachine:", ":execution:") + ":" + name;
        return store.createChild(
                run, new Origin(arn, name, Json.text(run.input(index)), timekeeper.now(), run.arn(), index));
    }

    /// Answers the task of a token with its output.
    public Receipt succeed(String token, String output) {
        var answer = Json.object();
        answer.set("output", Json.parseOwn(output));
        return Receipt.of(tokens.answer(token, answer));
    }

    /// Answers the task of a token with a failure.
    public Receipt fail(String token, @Nullable String error, @Nullable String cause) {
        return Receipt.of(tokens.answer(token, outcome(error, cause).put("failed", true)));
    }

    /// Says that the task of a token is alive.
    public Receipt beat(String token) {
        return Receipt.of(tokens.beat(token));
    }

    /// What became of an answer or heartbeat.
    public enum Receipt {
        /// It reached its task.
        TAKEN,
        /// The task has ended.
        TIMED_OUT,
        /// This service never made such a token.
        INVALID;

        private static Receipt of(TokenDesk.Receipt receipt) {
            return switch (receipt) {
                case TAKEN -> TAKEN;
                case TIMED_OUT -> TIMED_OUT;
                case INVALID -> INVALID;
            };
        }
    }

    /// Leaves everything as it stands; running executions go on when the service starts again.
    @Override
    public void close() {
        store.all().forEach(execution -> execution.halt(Scope.Reason.SHUTDOWN));
        store.close();
    }
}
