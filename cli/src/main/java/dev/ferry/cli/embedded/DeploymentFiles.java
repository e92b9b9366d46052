package dev.ferry.cli.embedded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.cloud.ResourcesFile;
import dev.ferry.local.lambda.DeploymentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is deployed: the functions, resources and parameters that the artifact of the functions carries, and the
/// state machines of the installation.
record DeploymentFiles(Path stateMachines) {
    /// More than this at once makes one machine slower, since each has to start first.
    private static final int AT_ONCE_PER_PROCESSOR = 4;

    /// The settings with everything deployed.
    EmbeddedCloudSettings deploy(EmbeddedCloudSettings settings) {
        return settings.deploying(
                        DeploymentFile.parse(text("/functions.json")),
                        ResourcesFile.parse(text("/resources.json")),
                        stateMachines)
                .withParameters(parameters());
    }

    /// As on AWS, but for how many batches one machine works on at once.
    private static Map<String, String> parameters() {
        int atOnce = AT_ONCE_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        try {
            Map<String, String> parameters =
                    new HashMap<>(new ObjectMapper().readValue(text("/parameters.json"), new TypeReference<>() {}));
            for (String batches : List.of("ExtractConcurrency", "AssembleConcurrency", "StageConcurrency")) {
                parameters.computeIfPresent(
                        batches, (_, most) -> Integer.toString(Math.min(Integer.parseInt(most), atOnce)));
            }
            return parameters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = DeploymentFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the artifact of the functions has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
