package dev.ferry.local.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/// Where the services of a running cloud listen, as `cloud.json` in its work directory tells other processes.
///
/// *Shape*: `{"process":4242,"endpoints":{"dynamodb":"http://127.0.0.1:4711",...}}`; the keys are the AWS CLI's
/// names of the services, and `httpapi` is where requests from outside come in.
///
/// @param process the process id of the cloud
public record CloudEndpoints(
        @JsonProperty(required = true) long process,
        @JsonProperty(required = true) Map<String, URI> endpoints) {

    private static final String FILE = "cloud.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CloudEndpoints {
        endpoints = Map.copyOf(endpoints);
    }

    /// A service's base URL.
    ///
    /// @param service `dynamodb`, `sqs`, `s3`, `secretsmanager`, `lambda`, `stepfunctions`, `firehose` or `httpapi`
    public URI of(String service) {
        var endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("No service here is named " + service);
        }
        return endpoint;
    }

    /// The endpoints that the cloud of a work directory has published; empty when none runs there.
    public static Optional<CloudEndpoints> read(Path workDirectory) {
        try {
            return Optional.of(JSON.readValue(Files.readString(workDirectory.resolve(FILE)), CloudEndpoints.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + workDirectory.resolve(FILE), e);
        }
    }

    void write(Path workDirectory) {
        var draft = workDirectory.resolve(FILE + ".tmp");
        try {
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(draft, workDirectory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + workDirectory.resolve(FILE), e);
        }
    }

    static void delete(Path workDirectory) {
        try {
            Files.deleteIfExists(workDirectory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + workDirectory.resolve(FILE), e);
        }
    }
}
