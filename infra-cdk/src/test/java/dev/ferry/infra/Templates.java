package dev.ferry.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.infra.settings.ContextSettings;
import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// The templates of all stacks with everything switched on, and what cdk-nag says of them.
///
/// @param findings of cdk-nag, errors and warnings
record Templates(
        Settings settings,
        Description description,
        JsonNode data,
        JsonNode functions,
        JsonNode watch,
        List<String> findings) {
    static final String SOURCE = "acme-export";

    private static final Supplier<Templates> ONCE = StableSupplier.of(Templates::synthesise);

    /// The templates; skips the test where there is no Node.js.
    static Templates get() {
        Assumptions.assumeTrue(hasNode(), "SKIPPED: templates are made with Node.js, and there is no node in the PATH");
        return ONCE.get();
    }

    /// The resources of one type in a template, by logical id.
    static Stream<Map.Entry<String, JsonNode>> resources(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type));
    }

    /// The properties of the resources of one type.
    static List<JsonNode> properties(JsonNode template, String type) {
        return resources(template, type)
                .map(resource -> resource.getValue().path("Properties"))
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Templates synthesise() {
        Path home = Path.of(System.getProperty("ferry.root"));
        Description described = Description.of(home);
        Description description =
                Files.exists(described.artifact()) ? described : described.withArtifact(placeholder());
        Map<String, Object> context = Map.of(
                "environment", "test",
                "sourceBuckets", List.of(SOURCE),
                "alarmEmails", "ops@example.com",
                "eventsDomain", "events.example.com",
                "eventsCertificate", "arn:aws:acm:eu-central-1:111122223333:certificate/1",
                "eventsTruststoreBucket", "acme-truststore",
                "eventsTruststoreKey", "clients.pem",
                "dailyStatusMigration", "acme",
                "dailyStatusRun", "run-1",
                "dailyStatusConfig", "runs/run-1/config.json");
        App app = FerryApp.app(AppProps.builder()
                .outdir(home.resolve("infra-cdk/target/cdk.out").toString()));
        Settings settings = ContextSettings.read(context::get, description.parameters());
        FerryStacks.in(app, settings, description);
        Path assembly = Path.of(app.synth().getDirectory());
        return new Templates(
                settings,
                description,
                json(assembly, settings.name("data") + ".template.json"),
                json(assembly, settings.name("functions") + ".template.json"),
                json(assembly, settings.name("watch") + ".template.json"),
                findings(assembly));
    }

    // Findings are among the notes that the application leaves for the command line, in the manifest or beside it.
    private static List<String> findings(Path assembly) {
        List<String> findings = new ArrayList<>();
        json(assembly, "manifest.json").path("artifacts").forEach(artifact -> {
            notes(artifact.path("metadata"), findings);
            if (artifact.has("additionalMetadataFile")) {
                notes(json(assembly, artifact.path("additionalMetadataFile").asText()), findings);
            }
        });
        return List.copyOf(findings);
    }

    private static void notes(JsonNode metadata, List<String> findings) {
        metadata.properties()
                .forEach(construct -> construct.getValue().forEach(note -> {
                    if (note.path("type").asText().matches("aws:cdk:(error|warning)")) {
                        findings.add(
                                construct.getKey() + ": " + note.path("data").asText());
                    }
                }));
    }

    private static JsonNode json(Path assembly, String file) {
        try {
            return new ObjectMapper().readTree(assembly.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The unit tests of a quick build run before the artifact is packed.
    private static Path placeholder() {
        try {
            return Files.writeString(Files.createTempFile("ferry-functions", ".jar"), "not packed yet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
