package dev.ferry.infra;

import dev.ferry.infra.settings.ContextSettings;
import dev.ferry.infra.settings.Description;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/// What the CDK command line runs. It writes the templates and their assets into `cdk.out`.
///
/// `ferry.root` is where Ferry is installed: the directory with `statemachines/` and the built artifact.
public final class FerryApp {
    // How the library behaves is fixed here and not in a file beside the command line, so tests see the same.
    private static final Map<String, Object> FLAGS = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/aws-iam:minimizePolicies", true,
            "@aws-cdk/aws-lambda:recognizeVersionProps", true,
            "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
            "@aws-cdk/core:newStyleStackSynthesis", true,
            "@aws-cdk/core:defaultCrossStackReferences", "strong");

    private FerryApp() {}

    /// Synthesises.
    public static void main(String[] args) {
        App app = app(AppProps.builder());
        Description description = Description.of(Path.of(System.getProperty("ferry.root", ".")));
        FerryStacks.in(app, ContextSettings.read(app.getNode()::tryGetContext, description.parameters()), description);
        app.synth();
    }

    /// An application without stacks, every part of which will be checked by cdk-nag.
    static App app(AppProps.Builder properties) {
        App app = new App(properties.context(FLAGS).build());
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        return app;
    }
}
