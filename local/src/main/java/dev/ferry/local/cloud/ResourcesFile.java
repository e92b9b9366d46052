package dev.ferry.local.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.firehose.StreamDescription;
import dev.ferry.local.sqs.QueueDescription;
import dev.ferry.local.stepfunctions.StatusRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `resources.json`. *Shape*: `{"tables":[...],"buckets":["work"],"queues":[...],"streams":[...],
/// "rules":[...]}` with rows as [TableDescription], [QueueDescription], [StreamDescription] and [StatusRule] show;
/// `streams` and `rules` may be absent, unknown fields are errors.
public final class ResourcesFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ResourcesFile() {}

    /// Parses the text of the file.
    ///
    /// *Errors*: `IllegalArgumentException` that says what is wrong and where.
    public static Resources parse(String json) {
        try {
            var file = JSON.readValue(json, File.class);
            return new Resources(
                    file.tables().stream().map(Table::described).toList(),
                    file.buckets(),
                    file.queues().stream().map(Queue::described).toList(),
                    Objects.requireNonNullElse(file.streams(), List.<DeliveryStream>of()).stream()
                            .map(DeliveryStream::described)
                            .toList(),
                    Objects.requireNonNullElse(file.rules(), List.<StatusRule>of()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("resources.json: " + e.getMessage(), e);
        }
    }

    private record File(
            @JsonProperty(required = true) List<Table> tables,
            @JsonProperty(required = true) List<String> buckets,
            @JsonProperty(required = true) List<Queue> queues,
            @Nullable List<DeliveryStream> streams,
            @Nullable List<StatusRule> rules) {}

    private record DeliveryStream(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String bucket,
            @JsonProperty(required = true) String prefix,
            @JsonProperty(required = true) String extension,
            @JsonProperty(required = true) int bufferMegabytes,
            @JsonProperty(required = true) int bufferSeconds) {

        StreamDescription described() {
            var buffer = new StreamDescription.Buffer(bufferMegabytes, Duration.ofSeconds(bufferSeconds));
            return new StreamDescription(name, bucket, prefix, extension, buffer);
        }
    }

    private record Table(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String partitionKey,
            @JsonProperty(required = true) String sortKey,
            @Nullable String timeToLive) {

        TableDescription described() {
            return new TableDescription(name, partitionKey, sortKey, Optional.ofNullable(timeToLive));
        }
    }

    private record Queue(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) long visibilityTimeoutSeconds,
            @Nullable Dead deadLetter) {

        QueueDescription described() {
            return new QueueDescription(
                    name,
                    Duration.ofSeconds(visibilityTimeoutSeconds),
                    Optional.ofNullable(deadLetter)
                            .map(dead -> new QueueDescription.DeadLetter(dead.queue(), dead.maxReceiveCount())));
        }
    }

    private record Dead(
            @JsonProperty(required = true) String queue,
            @JsonProperty(required = true) int maxReceiveCount) {}
}
