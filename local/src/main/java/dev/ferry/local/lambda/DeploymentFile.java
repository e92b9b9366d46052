package dev.ferry.local.lambda;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads `functions.json`. *Shape*: a JSON array of functions as [FunctionDescription] shows; unknown fields are
/// errors.
public final class DeploymentFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DeploymentFile() {}

    /// Parses the text of the file.
    ///
    /// *Errors*: `IllegalArgumentException` that names the function and the field.
    public static Deployment parse(String json) {
        try {
            var rows = JSON.readValue(json, Row[].class);
            return new Deployment(List.of(rows).stream().map(Row::described).toList());
        } catch (MismatchedInputException e) {
            throw new IllegalArgumentException(
                    "functions.json: %s at %s".formatted(e.getOriginalMessage(), e.getPathReference()), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("functions.json is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private record Row(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String handler,
            @JsonProperty(required = true) String description,
            @JsonProperty(required = true) int memoryMb,
            @JsonProperty(required = true) int timeoutSeconds,
            @Nullable Integer reservedConcurrency,
            @Nullable Map<String, String> environment,
            @Nullable List<Source> eventSources,
            @Nullable List<String> routes) {

        FunctionDescription described() {
            try {
                var reserved = reservedConcurrency == null ? OptionalInt.empty() : OptionalInt.of(reservedConcurrency);
                return new FunctionDescription(
                        name,
                        handler,
                        description,
                        new FunctionDescription.Sizing(memoryMb, Duration.ofSeconds(timeoutSeconds), reserved),
                        Objects.requireNonNullElse(environment, Map.of()),
                        Objects.requireNonNullElse(eventSources, List.<Source>of()).stream()
                                .map(Source::described)
                                .toList(),
                        Objects.requireNonNullElse(routes, List.of()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "functions.json, function %s: %s".formatted(name, e.getMessage()), e);
            }
        }
    }

    private record Source(
            @JsonProperty(required = true) String queue,
            @JsonProperty(required = true) int batchSize,
            @JsonProperty(required = true) int maximumConcurrency,
            @Nullable Integer batchingWindowSeconds) {

        FunctionDescription.EventSource described() {
            var window = Duration.ofSeconds(Objects.requireNonNullElse(batchingWindowSeconds, 0));
            return new FunctionDescription.EventSource(queue, batchSize, window, maximumConcurrency);
        }
    }
}
