package dev.ferry.infra.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.local.cloud.Resources;
import dev.ferry.local.cloud.ResourcesFile;
import dev.ferry.local.lambda.Deployment;
import dev.ferry.local.lambda.DeploymentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a deployment consists of, as the artifact of the functions and the installation describe it.
///
/// @param roles which actions each function takes, by function and resource
/// @param parameters values of placeholders that are neither a function, a machine nor a resource
/// @param machines the files of the state machines
/// @param artifact the jar of all functions
public record Description(
        Deployment deployment,
        Resources resources,
        Map<String, Map<String, List<String>>> roles,
        Map<String, String> parameters,
        List<Path> machines,
        Path artifact) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MACHINE = ".asl.json";

    public Description {
        roles = Map.copyOf(roles);
        parameters = Map.copyOf(parameters);
        machines = List.copyOf(machines);
    }

    /// The description of an installation.
    ///
    /// *Errors*: `IllegalArgumentException` for a file that does not hold together.
    public static Description of(Path home) {
        return new Description(
                DeploymentFile.parse(text("/functions.json")),
                ResourcesFile.parse(text("/resources.json")),
                json("/roles.json", new TypeReference<>() {}),
                json("/parameters.json", new TypeReference<>() {}),
                machines(home.resolve("statemachines")),
                home.resolve("functions/handlers/target/ferry-functions.jar"));
    }

    /// The same with another artifact.
    public Description withArtifact(Path other) {
        return new Description(deployment, resources, roles, parameters, machines, other);
    }

    /// The name of the machine that a file describes.
    public static String machine(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - MACHINE.length());
    }

    /// The actions of a function by resource.
    ///
    /// *Errors*: `IllegalArgumentException` for a function that `roles.json` does not have.
    public Map<String, List<String>> role(String function) {
        Map<String, List<String>> role = roles.get(function);
        if (role == null) {
            throw new IllegalArgumentException("roles.json says nothing of function " + function);
        }
        return role;
    }

    private static List<Path> machines(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(MACHINE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the state machines in " + directory, e);
        }
    }

    private static <T> T json(String resource, TypeReference<T> type) {
        try {
            return JSON.readValue(text(resource), type);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s: %s".formatted(resource, e.getMessage()), e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Description.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("the artifact of the functions has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
