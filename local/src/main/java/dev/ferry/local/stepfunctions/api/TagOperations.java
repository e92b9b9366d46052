package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.machines.Machine;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.TreeMap;

/// Tags of state machines.
final class TagOperations {

    private final MachineRegistry machines;

    TagOperations(MachineRegistry machines) {
        this.machines = machines;
    }

    private Machine machine(Request request) {
        var arn = request.arn("resourceArn", "stateMachine");
        return machines.find(arn)
                .orElseThrow(() -> new ServiceException("ResourceNotFound", "Resource not found: '%s'".formatted(arn)));
    }

    JsonNode tag(Request request) {
        var machine = machine(request);
        var tags = new TreeMap<>(machine.tags());
        tags.putAll(MachineOperations.tags(request));
        machines.put(machine.tagged(tags));
        return Json.object();
    }

    JsonNode untag(Request request) {
        var machine = machine(request);
        var tags = new TreeMap<>(machine.tags());
        request.body().path("tagKeys").forEach(key -> tags.remove(key.asText()));
        machines.put(machine.tagged(tags));
        return Json.object();
    }

    JsonNode list(Request request) {
        var answer = Json.object();
        var tags = answer.putArray("tags");
        machine(request)
                .tags()
                .forEach((key, value) -> tags.add(Json.object().put("key", key).put("value", value)));
        return answer;
    }
}
