package dev.ferry.infra;

import java.nio.file.Path;

/// The synthesised deployment, for the end-to-end suite.
public final class TemplatesForSuite {
    private TemplatesForSuite() {}

    /// The directory with the templates and assets.
    public static Path assembly() {
        Templates.get();
        return Path.of(System.getProperty("ferry.root"), "infra-cdk/target/cdk.out");
    }

    /// The environment that they are of.
    public static String environment() {
        return Templates.get().settings().environment();
    }

    /// The bucket of exports that they allow.
    public static String sourceBucket() {
        return Templates.SOURCE;
    }
}
