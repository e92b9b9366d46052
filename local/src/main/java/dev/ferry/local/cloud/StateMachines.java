package dev.ferry.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.stepfunctions.api.StepFunctionsApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The state machines of a deployment: one `.asl.json` file each, named after its machine.
///
/// @param definitions by machine, with placeholders
record StateMachines(Map<String, String> definitions) {

    private static final String SUFFIX = ".asl.json";

    /// The machines of a directory.
    static StateMachines of(Path directory) {
        var definitions = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    definitions.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the state machines in " + directory, e);
        }
        return new StateMachines(definitions);
    }

    /// Creates the machines that are not there, and updates those that are; running executions keep the definition
    /// that they started with.
    void deploy(StepFunctionsApi api, Placeholders names) {
        var existing = existing(api);
        definitions.forEach((name, text) -> {
            var definition = names.substitute(text, name + SUFFIX);
            var request = JsonNodeFactory.instance.objectNode().put("definition", definition);
            if (existing.contains(name)) {
                api.call(
                        "UpdateStateMachine",
                        request.put("stateMachineArn", LocalAccount.arn("states", "stateMachine:" + name)));
            } else {
                api.call("CreateStateMachine", request.put("name", name).put("roleArn", role()));
            }
        });
    }

    private static Set<String> existing(StepFunctionsApi api) {
        var names = new HashSet<String>();
        @Nullable String token = null;
        do {
            var request = JsonNodeFactory.instance.objectNode();
            if (token != null) {
                request.put("nextToken", token);
            }
            JsonNode page = api.call("ListStateMachines", request);
            page.path("stateMachines")
                    .forEach(machine -> names.add(machine.path("name").asText()));
            token = page.path("nextToken").asText(null);
        } while (token != null);
        return names;
    }

    private static String role() {
        return "arn:aws:iam::" + LocalAccount.ACCOUNT_ID + ":role/ferry-state-machines";
    }
}
