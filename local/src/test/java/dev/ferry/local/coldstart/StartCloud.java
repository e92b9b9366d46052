package dev.ferry.local.coldstart;

import dev.ferry.local.Deployed;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.lambda.Deployment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The embedded cloud without functions, for functions that run in processes of their own.
record StartCloud(EmbeddedCloud cloud) implements AutoCloseable {

    static StartCloud in(Path directory) {
        return new StartCloud(EmbeddedCloud.start(EmbeddedCloudSettings.of(directory, Clock.systemUTC())
                .deploying(new Deployment(List.of()), Deployed.resources())));
    }

    /// The variables of a function.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_LAMBDA_FUNCTION_NAME", "open-gate",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "WORK_BUCKET", "work",
                "STAGING_TABLE", "staging",
                "LEDGER_TABLE", "ledger",
                "CONTROL_TABLE", "control"));
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", cloud.endpoints().of("dynamodb").toString());
        environment.put("AWS_ENDPOINT_URL_S3", cloud.endpoints().of("s3").toString());
        return environment;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
