package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.asl.TaskTarget;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs one attempt at a Task state.
///
/// Written down before the call: that it is made, and with which arguments and token. Written down after it: the
/// answer. An attempt found without an answer after a restart is made again with the same arguments and the same
/// token, unless its request is known to have arrived.
///
/// *Threading*: safe for concurrent use.
final class TaskRunner {

    private final Surroundings surroundings;
    private final DataFlow data;
    private final TaskCalls calls;

    TaskRunner(Surroundings surroundings, DataFlow data) {
        this.surroundings = surroundings;
        this.data = data;
        this.calls = new TaskCalls(surroundings);
    }

    /// The result of the attempt.
    JsonNode run(Turn turn, State.Task task) {
        var events = new TaskEvents(turn, task.target());
        var recorded = events.recordedResult();
        if (recorded != null) {
            return recorded;
        }
        var failure = events.recordedFailure();
        if (failure != null) {
            throw failure;
        }
        var before = turn.find("sched");
        var scheduled = before.orElseGet(() -> schedule(turn, task, events));
        try {
            var result = work(turn, task.target(), new Job(scheduled, before.isPresent()), events);
            if (Json.size(result) > StateFailure.PAYLOAD_LIMIT) {
                throw StateFailure.tooLarge(shownName(task.target()), "result");
            }
            events.succeeded(result);
            return result;
        } catch (StateFailure e) {
            events.failed(e.error(), e.cause(), "States.Timeout".equals(e.error()));
            throw e;
        }
    }

    /// A scheduled attempt.
    ///
    /// @param again whether it was scheduled before a restart
    private record Job(ObjectNode scheduled, boolean again) {

        JsonNode arguments() {
            return scheduled.path("args");
        }

        String token() {
            return scheduled.path("token").asText();
        }

        @Nullable
        Instant deadline(Instant from) {
            return scheduled.has("timeout")
                    ? from.plusSeconds(scheduled.path("timeout").asLong())
                    : null;
        }

        Instant since() {
            return Instant.ofEpochMilli(scheduled.path("since").asLong());
        }
    }

    /// The name by which the service calls a task that returned too much.
    private static String shownName(TaskTarget target) {
        return switch (target) {
            case TaskTarget.Function function -> function.resource();
            case TaskTarget.Integration call -> call.service().type();
        };
    }

    private ObjectNode schedule(Turn turn, State.Task task, TaskEvents events) {
        var head = task.head();
        boolean callback =
                task.target() instanceof TaskTarget.Integration call && call.mode() != TaskTarget.Mode.REQUEST_RESPONSE;
        var record = Json.object().put("k", "sched");
        var visible = turn.visible();
        if (callback) {
            var token = surroundings.tokens().newToken();
            record.put("token", token);
            visible = turn.visible(token);
        }
        var entered = data.entering(head, visible);
        for (var field : new String[] {"TimeoutSeconds", "HeartbeatSeconds"}) {
            data.queries().setting(head, field, entered).ifPresent(setting -> {
                long seconds = setting.whole();
                if (seconds <= 0) {
                    throw QueryException.runtime("The %s must be positive but was %d".formatted(field, seconds));
                }
                record.put(field.startsWith("T") ? "timeout" : "heartbeat", seconds);
            });
        }
        var arguments = data.arguments(head, entered);
        record.set("args", arguments);
        record.put("since", surroundings.timekeeper().now().toEpochMilli());
        record.put("name", surroundings.chance().uuid().toString());
        if (callback) {
            surroundings
                    .tokens()
                    .expect(
                            record.path("token").asText(),
                            turn.frame().execution(),
                            turn.frame().path());
        }
        events.scheduled(record, arguments, surroundings.region());
        events.started();
        return record;
    }

    private JsonNode work(Turn turn, TaskTarget target, Job job, TaskEvents events) {
        return switch (target) {
            case TaskTarget.Function function ->
                timed(turn, deadline(job), () -> calls.function(function.resource(), job.arguments()));
            case TaskTarget.Integration call ->
                switch (call.mode()) {
                    case REQUEST_RESPONSE -> timed(turn, deadline(job), () -> request(turn, call, job));
                    case SYNC, SYNC_2 -> nested(turn, call, job, events);
                    case WAIT_FOR_TASK_TOKEN -> callback(turn, call, job, events);
                };
        };
    }

    /// A call that is repeated after a restart has its whole time again.
    private @Nullable Instant deadline(Job job) {
        return job.deadline(job.again() ? surroundings.timekeeper().now() : job.since());
    }

    private JsonNode request(Turn turn, TaskTarget.Integration call, Job job) {
        return calls.request(
                turn,
                call.service(),
                job.arguments(),
                job.scheduled().path("name").asText());
    }

    /// Makes a call on a thread of its own, so that it can time out.
    private JsonNode timed(Turn turn, @Nullable Instant deadline, Supplier<JsonNode> call) {
        var answered = surroundings.timekeeper().latch();
        var answer = new AtomicReference<@Nullable JsonNode>();
        var failure = new AtomicReference<@Nullable StateFailure>();
        surroundings.timekeeper().start(() -> {
            try {
                answer.set(call.get());
            } catch (StateFailure e) {
                failure.set(e);
            } catch (QueryException e) {
                failure.set(new StateFailure(e.error(), turn.cause(e.what())));
            } catch (RuntimeException e) {
                // A port that throws must end its task, not leave it waiting.
                failure.set(StateFailure.runtime(turn.cause("The call failed: " + e)));
            } finally {
                answered.open();
            }
        });
        if (!turn.frame().scope().await(answered, deadline)) {
            throw new StateFailure("States.Timeout", null);
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        var result = answer.get();
        if (result == null) {
            throw StateFailure.runtime("The call of state '%s' ended without an answer".formatted(turn.name()));
        }
        return result;
    }

    /// Waits for the nested execution, or for somebody who sends the token before it has ended.
    private JsonNode nested(Turn turn, TaskTarget.Integration call, Job job, TaskEvents events) {
        var pending = surroundings
                .tokens()
                .expect(job.token(), turn.frame().execution(), turn.frame().path());
        var child = startNested(turn, job, events);
        boolean ended = false;
        try {
            while (!ended) {
                var latch = pending.latch();
                var answer = turn.find("answer");
                if (answer.isPresent()) {
                    return answered(answer.get());
                }
                child.watch(latch);
                if (!turn.frame().scope().await(latch, job.deadline(job.since()))) {
                    throw new StateFailure("States.Timeout", null);
                }
                child.unwatch(latch);
                ended = child.log().status() != ExecutionStatus.RUNNING;
            }
            return TaskCalls.nestedResult(child, call.mode() == TaskTarget.Mode.SYNC_2);
        } finally {
            surroundings.tokens().forget(job.token());
            if (!ended && turn.frame().scope().halted() != Scope.Reason.SHUTDOWN) {
                surroundings.executions().stop(child, null, null);
            }
        }
    }

    private Execution startNested(Turn turn, Job job, TaskEvents events) {
        var noted = turn.find("child");
        if (noted.isPresent()) {
            var known = surroundings.executions().find(noted.get().path("arn").asText());
            if (known.isPresent()) {
                submitNested(turn, known.get(), events);
                return known.get();
            }
        }
        var name = job.scheduled().path("name").asText();
        var request = calls.nestedRequest(job.arguments(), name);
        turn.note(Json.object().put("k", "child").put("arn", request.executionArn()));
        var child = surroundings.executions().start(request.machineArn(), request.name(), request.input());
        submitNested(turn, child, events);
        return child;
    }

    private static void submitNested(Turn turn, Execution child, TaskEvents events) {
        if (turn.find("submitted").isEmpty()) {
            events.submitted(TaskCalls.startAnswer(child));
        }
    }

    private JsonNode callback(Turn turn, TaskTarget.Integration call, Job job, TaskEvents events) {
        var tokens = surroundings.tokens();
        var pending = tokens.expect(
                job.token(), turn.frame().execution(), turn.frame().path());
        try {
            if (turn.find("submitted").isEmpty() && turn.find("answer").isEmpty()) {
                events.submitted(timed(turn, deadline(job), () -> request(turn, call, job)));
            }
            return awaitAnswer(turn, job, pending);
        } catch (StateFailure e) {
            tokens.forget(job.token());
            throw e;
        }
    }

    private JsonNode awaitAnswer(Turn turn, Job job, TokenDesk.Pending pending) {
        var timeout = job.deadline(job.since());
        while (true) {
            var latch = pending.latch();
            var answer = turn.find("answer");
            if (answer.isPresent()) {
                return answered(answer.get());
            }
            var beat = job.scheduled().has("heartbeat")
                    ? pending.lastBeat()
                            .plus(Duration.ofSeconds(
                                    job.scheduled().path("heartbeat").asLong()))
                    : null;
            boolean byBeat = beat != null && (timeout == null || beat.isBefore(timeout));
            if (!turn.frame().scope().await(latch, byBeat ? beat : timeout)
                    && turn.find("answer").isEmpty()) {
                throw byBeat ? StateFailure.noHeartbeat() : new StateFailure("States.Timeout", null);
            }
        }
    }

    private static JsonNode answered(ObjectNode answer) {
        if (answer.has("output")) {
            return answer.path("output");
        }
        throw new StateFailure(
                answer.path("error").textValue(), answer.path("cause").textValue());
    }
}
