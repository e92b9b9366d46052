package dev.ferry.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The outputs of the stacks of one environment, as the CDK command line leaves them.
///
/// *Shape*: `{"ferry-dev-data":{"WorkBucketName":"...","StagingTableName":"...","Region":"...","Account":"..."}}`.
public record StackOutputs(String environment, JsonNode root) {

    /// Reads a file.
    ///
    /// *Errors*: [UsageProblem] when it is none.
    public static StackOutputs read(String environment, Path file) {
        try {
            return new StackOutputs(environment, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UsageProblem("outputs cannot be read", file.toString(), "deploy again", e);
        }
    }

    /// The description of the cloud that other commands take with `--cloud`.
    ///
    /// @param sourceBucket the bucket of exports
    public CloudDescription description(String sourceBucket) {
        return new CloudDescription(
                output("Region"),
                output("Account"),
                Map.of(),
                output("WorkBucketName"),
                sourceBucket,
                Map.of(
                        "staging", output("StagingTableName"),
                        "ledger", output("LedgerTableName"),
                        "control", output("ControlTableName")),
                "ferry-%s-".formatted(environment));
    }

    private String output(String name) {
        String stack = "ferry-%s-data".formatted(environment);
        JsonNode value = root.path(stack).path(name);
        if (value.isMissingNode()) {
            throw new UsageProblem(
                    "output `" + name + "` is missing", stack, "deploy again with this version of Ferry");
        }
        return value.asText();
    }
}
