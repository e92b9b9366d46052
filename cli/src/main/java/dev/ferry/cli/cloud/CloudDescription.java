package dev.ferry.cli.cloud;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Where a cloud is and what its parts are called.
///
/// *Shape*: `cloud.json`, see the fields. `up` and `demo` write it for the embedded cloud; for AWS it is made from
/// the outputs of the stacks.
///
/// @param region for example `eu-central-1`
/// @param account the account number in ARNs
/// @param endpoints by service (`dynamodb`, `s3`, `sqs`, `sfn`, `secretsmanager`); empty for AWS's own
/// @param workBucket the bucket of manifests, books, lists and reports
/// @param sourceBucket the bucket that exports lie in
/// @param tables by role: `staging`, `ledger`, `control`
/// @param prefix what the names of functions and state machines begin with; may be absent
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloudDescription(
        String region,
        String account,
        Map<String, String> endpoints,
        String workBucket,
        String sourceBucket,
        Map<String, String> tables,
        String prefix) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public CloudDescription {
        endpoints = Collections.unmodifiableMap(new TreeMap<>(endpoints));
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        prefix = Objects.requireNonNullElse(prefix, "");
    }

    /// The ARN of a state machine by its name.
    public String stateMachine(String name) {
        return "arn:aws:states:%s:%s:stateMachine:%s%s".formatted(region, account, prefix, name);
    }

    /// The name of a table by its role.
    public String table(String role) {
        String name = tables.get(role);
        if (name == null) {
            throw new UsageProblem("table `" + role + "` is not named", "cloud.json", "add it below `tables`");
        }
        return name;
    }

    /// Whether it is the embedded cloud.
    public boolean local() {
        return !endpoints.isEmpty();
    }

    /// Writes the description for other processes.
    public void write(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new UsageProblem("cloud description cannot be written", file.toString(), "check the directory", e);
        }
    }

    /// The description that a file holds.
    public static CloudDescription read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem(
                    "no cloud is running",
                    file.toString(),
                    "start one with `ferry up`, or name a description of yours with --cloud");
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), CloudDescription.class);
        } catch (IOException e) {
            throw new UsageProblem("not a cloud description", file.toString(), "see docs/reference/files.md", e);
        }
    }
}
