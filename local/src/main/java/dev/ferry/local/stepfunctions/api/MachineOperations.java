package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.DefinitionReader;
import dev.ferry.local.stepfunctions.asl.Diagnostic;
import dev.ferry.local.stepfunctions.asl.InvalidDefinitionException;
import dev.ferry.local.stepfunctions.asl.VariableReferences;
import dev.ferry.local.stepfunctions.machines.Machine;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Operations on state machines.
final class MachineOperations {

    private static final int LARGEST_DEFINITION = 1_048_576;
    private static final int LONGEST_NAME = 80;

    private final MachineRegistry machines;
    private final Account account;

    MachineOperations(MachineRegistry machines, Account account) {
        this.machines = machines;
        this.account = account;
    }

    JsonNode create(Request request) {
        var name = name(request.required("name"));
        var type = request.text("type").orElse("STANDARD");
        var definition = checked(request.required("definition"), type.equals("EXPRESS"));
        if (request.text("versionDescription").isPresent() && !request.flag("publish")) {
            throw ServiceException.validation("Version description can only be set when publish is true");
        }
        var machine = new Machine(
                account.machineArn(name),
                name,
                definition,
                request.required("roleArn"),
                type,
                account.now(),
                null,
                logging(request, Json.object().put("level", "OFF").put("includeExecutionData", false)),
                request.node("tracingConfiguration").orElse(Json.object().put("enabled", false)),
                request.node("encryptionConfiguration").orElse(Json.object().put("type", "AWS_OWNED_KEY")),
                tags(request),
                0,
                List.of(),
                List.of());
        var known = machines.find(machine.arn());
        if (known.isPresent()) {
            return same(known.get(), machine, request);
        }
        var kept = request.flag("publish")
                ? machine.published(request.orNull("versionDescription"), account.now())
                : machine;
        machines.put(kept);
        return created(kept, request);
    }

    /// Creating the same machine again changes nothing; under its name there can be no other.
    private static JsonNode same(Machine known, Machine wanted, Request request) {
        boolean same = known.definition().equals(wanted.definition())
                && known.roleArn().equals(wanted.roleArn())
                && known.type().equals(wanted.type())
                && known.logging().equals(wanted.logging())
                && known.tracing().equals(wanted.tracing());
        if (!same) {
            throw new ServiceException(
                    "StateMachineAlreadyExists", "State Machine Already Exists: '%s'".formatted(known.arn()));
        }
        return created(known, request);
    }

    private static JsonNode created(Machine machine, Request request) {
        var answer = Json.object()
                .put("creationDate", Account.date(machine.created()))
                .put("stateMachineArn", machine.arn());
        return request.flag("publish")
                ? answer.put("stateMachineVersionArn", machine.arn() + ":" + machine.lastVersion())
                : answer;
    }

    JsonNode update(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.find(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        var definition = request.orNull("definition");
        if (definition != null) {
            checked(definition, machine.express());
        }
        var roleArn = request.orNull("roleArn");
        if (definition == null
                && roleArn == null
                && !request.body().has("loggingConfiguration")
                && !request.body().has("tracingConfiguration")) {
            throw new ServiceException(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }
        @Nullable
        JsonNode logging = request.body().has("loggingConfiguration") ? logging(request, Json.object()) : null;
        var revised = machine.revised(new Machine.Revision(
                account.chance().uuid().toString(),
                definition,
                roleArn,
                logging,
                request.node("tracingConfiguration").orElse(null)));
        var answer = Json.object();
        if (revised.sameRevision(machine)) {
            revised = machine.withConfiguration(revised);
        }
        if (revised.revisionId() != null) {
            answer.put("revisionId", revised.revisionId());
        }
        if (request.flag("publish")) {
            revised = revised.publishedOnce(request.orNull("versionDescription"), account.now());
            answer.put("stateMachineVersionArn", arn + ":" + revised.lastVersion());
        }
        machines.put(revised);
        return answer.put("updateDate", Account.date(account.now()));
    }

    JsonNode delete(Request request) {
        machines.delete(request.arn("stateMachineArn", "stateMachine"));
        return Json.object();
    }

    JsonNode describe(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.owner(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        if (machine.arn().equals(arn)) {
            var answer = described(machine, arn).put("definition", machine.definition());
            answer.put("roleArn", machine.roleArn()).put("creationDate", Account.date(machine.created()));
            putReferences(answer, machine.definition());
            return machine.revisionId() == null ? answer : answer.put("revisionId", machine.revisionId());
        }
        var qualifier = arn.substring(machine.arn().length() + 1);
        var version = VersionOperations.version(machine, qualifier).orElseThrow(() -> ServiceException.noMachine(arn));
        var answer = described(machine, arn).put("definition", version.definition());
        answer.put("roleArn", version.roleArn()).put("creationDate", Account.date(version.created()));
        if (version.description() != null) {
            answer.put("description", version.description());
        }
        return version.revisionId() == null ? answer : answer.put("revisionId", version.revisionId());
    }

    private static ObjectNode described(Machine machine, String arn) {
        var answer = Json.object()
                .put("stateMachineArn", arn)
                .put("name", machine.name())
                .put("status", "ACTIVE")
                .put("type", machine.type());
        answer.set("loggingConfiguration", machine.logging());
        answer.set("tracingConfiguration", machine.tracing());
        answer.set("encryptionConfiguration", machine.encryption());
        return answer;
    }

    static void putReferences(ObjectNode answer, String definition) {
        var references = VariableReferences.of(definition);
        if (!references.isEmpty()) {
            answer.set("variableReferences", references);
        }
    }

    JsonNode list(Request request) {
        return request.page()
                .of(
                        machines.all(),
                        "stateMachines",
                        machine -> Json.object()
                                .put("stateMachineArn", machine.arn())
                                .put("name", machine.name())
                                .put("type", machine.type())
                                .put("creationDate", Account.date(machine.created())));
    }

    JsonNode validate(Request request) {
        var answer = Json.object();
        var diagnostics = answer.putArray("diagnostics");
        try {
            DefinitionReader.read(
                    request.required("definition"),
                    request.text("type").orElse("STANDARD").equals("EXPRESS"));
        } catch (InvalidDefinitionException e) {
            e.diagnostics().forEach(diagnostic -> diagnostics.add(shown(diagnostic)));
        }
        answer.put("result", diagnostics.isEmpty() ? "OK" : "FAIL");
        return answer.put("truncated", false);
    }

    private static JsonNode shown(Diagnostic diagnostic) {
        var shown = Json.object()
                .put("severity", "ERROR")
                .put("code", diagnostic.code())
                .put("message", diagnostic.message());
        return diagnostic.location().isEmpty() ? shown : shown.put("location", diagnostic.location());
    }

    private static String checked(String definition, boolean express) {
        int size = definition.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_DEFINITION) {
            throw ServiceException.constraint(
                    "<text of %d bytes>".formatted(size), "definition", "have length less than or equal to 1048576");
        }
        try {
            DefinitionReader.read(definition, express);
            return definition;
        } catch (InvalidDefinitionException e) {
            throw new ServiceException("InvalidDefinition", e.text());
        }
    }

    static String name(String name) {
        boolean bad = name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.matches("(?s).*[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}].*");
        if (bad) {
            throw new ServiceException("InvalidName", "Invalid Name: '%s'".formatted(name));
        }
        return name;
    }

    private static JsonNode logging(Request request, JsonNode otherwise) {
        var logging = request.node("loggingConfiguration").orElse(otherwise);
        var destinations = logging.path("destinations");
        boolean off = logging.path("level").asText("OFF").equals("OFF");
        if (destinations.size() > 1 || (!off && destinations.size() != 1)) {
            throw new ServiceException(
                    "InvalidLoggingConfiguration",
                    "Invalid Logging Configuration: Must specify exactly one Log Destination.");
        }
        return logging;
    }

    static Map<String, String> tags(Request request) {
        var tags = new TreeMap<String, String>();
        request.body()
                .path("tags")
                .forEach(tag ->
                        tags.put(tag.path("key").asText(), tag.path("value").asText()));
        return tags;
    }
}
