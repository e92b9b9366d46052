package dev.ferry.local;

import dev.ferry.local.cloud.Resources;
import dev.ferry.local.cloud.ResourcesFile;
import dev.ferry.local.lambda.Deployment;
import dev.ferry.local.lambda.DeploymentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What is deployed on AWS, from the files that the artifact of the functions and the repository have.
public final class Deployed {
    private Deployed() {}

    /// All functions.
    public static Deployment functions() {
        return DeploymentFile.parse(text("/functions.json"));
    }

    /// Tables, buckets, queues and streams.
    public static Resources resources() {
        return ResourcesFile.parse(text("/resources.json"));
    }

    /// The directory of the state machines.
    public static Path machines() {
        return Path.of(System.getProperty("ferry.root"), "statemachines");
    }

    private static String text(String resource) {
        try (InputStream in = Deployed.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the artifact of the functions has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
