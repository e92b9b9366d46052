package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.interpreter.Engine;
import dev.ferry.local.stepfunctions.interpreter.Execution;
import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Operations on executions.
final class ExecutionOperations {

    private static final int LARGEST_INPUT = 262_144;
    private static final int LONGEST_LIST_TOKEN = 3096;
    private static final Duration REDRIVE_WINDOW = Duration.ofDays(14);
    private static final List<String> STATUSES =
            List.of("SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    private final MachineRegistry machines;
    private final Engine engine;
    private final Account account;

    ExecutionOperations(MachineRegistry machines, Engine engine, Account account) {
        this.machines = machines;
        this.engine = engine;
        this.account = account;
    }

    JsonNode start(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var program = machines.program(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        var name = MachineOperations.name(
                request.text("name").orElseGet(() -> account.chance().uuid().toString()));
        var input = input(request.text("input").orElse("{}"));
        var executionArn = program.machineArn().replaceFirst(":stateMachine:", ":execution:") + ":" + name;
        var known = engine.find(executionArn);
        if (known.isPresent()) {
            var same = known.get();
            if (same.log().status() == ExecutionStatus.RUNNING
                    && same.origin().input().equals(input)) {
                return started(same);
            }
            throw new ServiceException(
                    "ExecutionAlreadyExists", "Execution Already Exists: '%s'".formatted(executionArn));
        }
        return started(engine.start(program, name, input));
    }

    /// Starts an execution of an EXPRESS machine and waits for its end.
    JsonNode startSync(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var program = machines.program(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        if (!program.express()) {
            throw ServiceException.unsupportedType();
        }
        var name = MachineOperations.name(
                request.text("name").orElseGet(() -> account.chance().uuid().toString()));
        var execution = engine.start(program, name, input(request.text("input").orElse("{}")));
        engine.await(execution);
        var log = execution.log();
        var stopped = log.stopped();
        var end = stopped == null ? account.timekeeper().now() : stopped;
        var milliseconds = Duration.between(execution.origin().started(), end).toMillis();
        var answer = Json.object()
                .put("executionArn", execution.origin().arn())
                .put("stateMachineArn", program.machineArn())
                .put("name", name)
                .put("status", log.status().name())
                .put("startDate", Account.date(execution.origin().started()))
                .put("stopDate", Account.date(end))
                .put("input", execution.origin().input());
        answer.set("inputDetails", Json.object().put("included", true));
        put(answer, "output", log.output());
        answer.set("outputDetails", Json.object().put("included", true));
        put(answer, "error", log.error());
        put(answer, "cause", log.cause());
        answer.set(
                "billingDetails",
                Json.object().put("billedDurationInMilliseconds", milliseconds).put("billedMemoryUsedInMB", 64));
        return answer;
    }

    private static JsonNode started(Execution execution) {
        return Json.object()
                .put("executionArn", execution.origin().arn())
                .put("startDate", Account.date(execution.origin().started()));
    }

    static String input(String input) {
        if (input.getBytes(StandardCharsets.UTF_8).length > LARGEST_INPUT) {
            throw ServiceException.validation(
                    "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144");
        }
        try {
            Json.parse(input);
            return input;
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '%s'".formatted(e.getOriginalMessage()));
        }
    }

    private Execution execution(Request request) {
        var arn = request.arn("executionArn", "execution");
        return engine.find(arn).orElseThrow(() -> ServiceException.noExecution(arn));
    }

    JsonNode describe(Request request) {
        var execution = execution(request);
        var origin = execution.origin();
        var program = execution.program();
        var log = execution.log();
        var answer = Json.object()
                .put("executionArn", origin.arn())
                .put("stateMachineArn", program.machineArn())
                .put("name", origin.name())
                .put("status", log.status().name())
                .put("startDate", Account.date(origin.started()))
                .put("input", origin.input())
                .put("redriveCount", log.redrives());
        answer.set("inputDetails", Json.object().put("included", true));
        put(answer, "mapRunArn", origin.mapRunArn());
        put(answer, "stateMachineVersionArn", program.versionArn());
        put(answer, "stateMachineAliasArn", program.aliasArn());
        put(answer, "output", log.output());
        if (log.output() != null) {
            answer.set("outputDetails", Json.object().put("included", true));
        }
        put(answer, "error", log.error());
        put(answer, "cause", log.cause());
        var stopped = log.stopped();
        if (stopped != null) {
            answer.put("stopDate", Account.date(stopped));
        }
        var redriven = log.redriven();
        if (redriven != null) {
            answer.put("redriveDate", Account.date(redriven));
        }
        var reason = notRedrivable(execution);
        answer.put("redriveStatus", reason.isEmpty() ? "REDRIVABLE" : "NOT_REDRIVABLE");
        return reason.isEmpty() ? answer : answer.put("redriveStatusReason", reason);
    }

    private static void put(ObjectNode node, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private String notRedrivable(Execution execution) {
        var status = execution.log().status();
        if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED) {
            return "Execution is %s and cannot be redriven".formatted(status);
        }
        if (execution.origin().mapRunArn() != null) {
            return "Execution is a child of a Map Run and is redriven with its parent";
        }
        var stopped = execution.log().stopped();
        if (stopped != null
                && stopped.plus(REDRIVE_WINDOW).isBefore(account.timekeeper().now())) {
            return "Execution was closed more than 14 days ago and cannot be redriven";
        }
        return execution.log().events().size() >= 24_999
                ? "Execution history is too long and the execution cannot be redriven"
                : "";
    }

    JsonNode redrive(Request request) {
        var execution = execution(request);
        var reason = notRedrivable(execution);
        if (!reason.isEmpty() || !engine.redrive(execution)) {
            throw new ServiceException("ExecutionNotRedrivable", reason);
        }
        return Json.object()
                .put("redriveDate", Account.date(account.timekeeper().now()));
    }

    JsonNode stop(Request request) {
        var execution = execution(request);
        engine.stop(execution, request.orNull("error"), request.orNull("cause"));
        var stopped = execution.log().stopped();
        return Json.object()
                .put(
                        "stopDate",
                        Account.date(stopped == null ? account.timekeeper().now() : stopped));
    }

    JsonNode describeMachine(Request request) {
        var execution = execution(request);
        var program = execution.program();
        var machine = machines.owner(program.machineArn());
        var answer = Json.object()
                .put("stateMachineArn", program.machineArn())
                .put("name", program.machineName())
                .put("definition", program.definition())
                .put("roleArn", program.roleArn())
                .put("updateDate", Account.date(execution.origin().started()));
        put(answer, "mapRunArn", execution.origin().mapRunArn());
        put(answer, "revisionId", program.revisionId());
        MachineOperations.putReferences(answer, program.definition());
        machine.ifPresent(known -> {
            answer.set("loggingConfiguration", known.logging());
            answer.set("tracingConfiguration", known.tracing());
            answer.set("encryptionConfiguration", known.encryption());
            answer.put("updateDate", Account.date(known.created()));
        });
        return answer;
    }

    JsonNode list(Request request) {
        var filter = request.text("statusFilter").orElse("");
        if (!filter.isEmpty() && !STATUSES.contains(filter)) {
            throw ServiceException.constraint(
                    filter, "statusFilter", "satisfy enum value set: [" + String.join(", ", STATUSES) + "]");
        }
        var page = request.page(LONGEST_LIST_TOKEN);
        var shown = chosen(request).stream()
                .filter(execution ->
                        filter.isEmpty() || execution.log().status().name().equals(filter))
                .toList();
        return page.of(shown, "executions", ExecutionOperations::listed);
    }

    private List<Execution> chosen(Request request) {
        var mapRunArn = request.text("mapRunArn");
        if (mapRunArn.isPresent()) {
            return engine.findMapRun(request.arn("mapRunArn", "mapRun"))
                    .orElseThrow(() -> MapRunOperations.noRun(mapRunArn.get()))
                    .children();
        }
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.owner(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        if (machine.express()) {
            throw ServiceException.unsupportedType();
        }
        return engine.all().stream()
                .filter(execution -> Arrays.asList(
                                execution.program().machineArn(),
                                execution.program().versionArn(),
                                execution.program().aliasArn())
                        .contains(arn))
                .toList();
    }

    private static JsonNode listed(Execution execution) {
        var log = execution.log();
        var item = Json.object()
                .put("executionArn", execution.origin().arn())
                .put("stateMachineArn", execution.program().machineArn())
                .put("name", execution.origin().name())
                .put("status", log.status().name())
                .put("startDate", Account.date(execution.origin().started()));
        put(item, "mapRunArn", execution.origin().mapRunArn());
        put(item, "stateMachineVersionArn", execution.program().versionArn());
        put(item, "stateMachineAliasArn", execution.program().aliasArn());
        item.put("redriveCount", log.redrives());
        var stopped = log.stopped();
        return stopped == null ? item : item.put("stopDate", Account.date(stopped));
    }

    JsonNode history(Request request) {
        var execution = execution(request);
        var events = new ArrayList<JsonNode>(execution.log().events());
        boolean data = request.body().path("includeExecutionData").asBoolean(true);
        var ordered = request.flag("reverseOrder") ? events.reversed() : events;
        return request.page().of(ordered, "events", event -> data ? event : withoutData(event));
    }

    private static JsonNode withoutData(JsonNode event) {
        var copy = event.deepCopy();
        copy.forEach(details -> {
            if (details instanceof ObjectNode object) {
                object.remove(List.of("input", "output", "parameters", "assignedVariables"));
            }
        });
        return copy;
    }
}
