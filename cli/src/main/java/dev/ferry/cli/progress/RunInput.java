package dev.ferry.cli.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.UsageProblem;
import dev.ferry.core.run.RunRef;
import java.util.LinkedHashMap;
import java.util.Map;

/// The input of the machine `migration` as JSON.
public final class RunInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunInput() {}

    /// The input that starts a run.
    public static String of(RunRef run) {
        return json(run, Map.of());
    }

    /// The input that starts a run which takes up the plan of the same id.
    public static String takingUp(RunRef plan) {
        return json(plan, Map.of("plan", true));
    }

    private static String json(RunRef run, Map<String, Boolean> flags) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("migrationId", run.migrationId());
        input.put("runId", run.runId());
        input.put("configKey", run.configKey());
        input.putAll(flags);
        try {
            return JSON.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are not JSON", e);
        }
    }

    /// The run that an execution's input names.
    public static RunRef run(String input) {
        JsonNode node = tree(input);
        return new RunRef(text(node, "migrationId"), text(node, "runId"), text(node, "configKey"));
    }

    /// The phase that a child execution's input names, or an empty text.
    static String phase(String input) {
        return text(tree(input), "phase");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static JsonNode tree(String input) {
        try {
            return JSON.readTree(input);
        } catch (JsonProcessingException e) {
            throw new UsageProblem(
                    "input is not JSON", "an execution of `migration`", "start runs with `ferry run`", e);
        }
    }
}
