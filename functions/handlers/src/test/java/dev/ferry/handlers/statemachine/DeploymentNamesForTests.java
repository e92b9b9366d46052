package dev.ferry.handlers.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every placeholder that the deployment supplies: functions, machines, resources and parameters.
final class DeploymentNamesForTests {
    private DeploymentNamesForTests() {}

    static Set<String> all() {
        Set<String> names = new TreeSet<>();
        functions()
                .forEach(function -> names.add(capitalised(function.path("name").asText()) + "Arn"));
        MachineFile.all().forEach(machine -> names.add(machine.machine() + "Arn"));
        JsonNode resources = json("resources.json");
        resources.path("buckets").forEach(bucket -> names.add(capitalised(bucket.asText()) + "Bucket"));
        resources
                .path("tables")
                .forEach(table -> names.add(capitalised(table.path("name").asText()) + "Table"));
        resources.path("queues").forEach(queue -> {
            names.add(capitalised(queue.path("name").asText()) + "QueueUrl");
            names.add(capitalised(queue.path("name").asText()) + "QueueArn");
        });
        json("parameters.json").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static JsonNode functions() {
        return json("functions.json");
    }

    static JsonNode roles() {
        return json("roles.json");
    }

    private static JsonNode json(String resource) {
        try (InputStream in = DeploymentNamesForTests.class.getClassLoader().getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String capitalised(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
