package dev.ferry.local.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.JsonEndpoint;
import dev.ferry.local.endpoint.JsonRequest;
import dev.ferry.local.endpoint.JsonResponse;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Firehose's JSON protocol for PutRecord, PutRecordBatch, DescribeDeliveryStream and ListDeliveryStreams on the
/// streams of a deployment.
///
/// *Threading*: safe for concurrent use.
public final class FirehoseEngine implements AutoCloseable {
    private static final String TARGET = "Firehose_20150804.";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    private static final int LARGEST_RECORD = 1_000 * 1024;
    private static final int LARGEST_BATCH = 500;
    private static final int LARGEST_BATCH_BYTES = 4 * 1024 * 1024;
    private static final long LOOK_MILLIS = 500;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, DeliveryStream> streams = new TreeMap<>();
    private final Supplier<String> ids;
    private final ScheduledExecutorService deliveries;
    private final ScheduledFuture<?> looking;
    private final JsonEndpoint endpoint;

    private FirehoseEngine(Settings settings) {
        this.ids = settings.ids();
        for (StreamDescription stream : settings.streams()) {
            streams.put(stream.name(), open(stream, settings));
        }
        this.deliveries = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("firehose").factory());
        this.endpoint = JsonEndpoint.start(settings.port(), this::answer);
        this.looking = deliveries.scheduleWithFixedDelay(
                () -> streams.values().forEach(DeliveryStream::deliverDue),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /// Puts a file as an object of a bucket, again if need be.
    @FunctionalInterface
    public interface ObjectPut {
        void put(String bucket, String key, Path content);
    }

    /// What an engine works with.
    ///
    /// @param directory records wait there; it is created when missing
    /// @param ids a fresh id at each call
    public record Settings(
            List<StreamDescription> streams,
            Path directory,
            ObjectPut objects,
            Clock clock,
            Supplier<String> ids,
            LoopbackPort port) {
        public Settings {
            streams = List.copyOf(streams);
        }
    }

    /// Starts listening, and delivers what an earlier process had accepted.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static FirehoseEngine start(Settings settings) {
        return new FirehoseEngine(settings);
    }

    /// The base URL, for `--endpoint-url`.
    public URI endpoint() {
        return endpoint.endpoint();
    }

    /// Delivers what is waiting now, as its time would.
    public void deliverAll() {
        streams.values().forEach(DeliveryStream::deliverAll);
    }

    @Override
    public void close() {
        endpoint.close();
        looking.cancel(false);
        deliveries.shutdown();
        deliverAll();
        streams.values().forEach(DeliveryStream::close);
    }

    private static DeliveryStream open(StreamDescription stream, Settings settings) {
        try {
            return DeliveryStream.open(
                    stream,
                    new DeliveryStream.Site(
                            settings.directory().resolve(stream.name()),
                            settings.objects(),
                            settings.clock(),
                            settings.ids()));
        } catch (IOException e) {
            throw new UncheckedIOException("Firehose could not open stream " + stream.name(), e);
        }
    }

    private JsonResponse answer(JsonRequest request) {
        String target = request.header("X-Amz-Target").orElse("");
        String operation = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
        try {
            return new JsonResponse(OK, bytes(operate(operation, json.readTree(request.body()))));
        } catch (FirehoseError e) {
            return error(BAD_REQUEST, e.code(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // A full disk, for one: the client keeps the record and comes again.
            return error(UNAVAILABLE, "ServiceUnavailableException", "Slow down.");
        }
    }

    private ObjectNode operate(String operation, JsonNode body) throws IOException {
        return switch (operation) {
            case "PutRecord" -> put(body);
            case "PutRecordBatch" -> putBatch(body);
            case "DescribeDeliveryStream" -> describe(stream(body));
            case "ListDeliveryStreams" -> list();
            default -> throw FirehoseError.unknownOperation(operation);
        };
    }

    private ObjectNode put(JsonNode body) throws IOException {
        DeliveryStream stream = stream(body);
        stream.put(data(body.path("Record")));
        return json.createObjectNode().put("Encrypted", false).put("RecordId", ids.get());
    }

    private ObjectNode putBatch(JsonNode body) throws IOException {
        DeliveryStream stream = stream(body);
        List<byte[]> records = new ArrayList<>();
        body.path("Records").forEach(record -> records.add(data(record)));
        if (records.isEmpty() || records.size() > LARGEST_BATCH || size(records) > LARGEST_BATCH_BYTES) {
            throw FirehoseError.invalid("A batch carries 1 to 500 records and at most 4 MiB.");
        }
        ObjectNode answer = json.createObjectNode().put("Encrypted", false).put("FailedPutCount", 0);
        ArrayNode each = answer.putArray("RequestResponses");
        for (byte[] record : records) {
            stream.put(record);
            each.addObject().put("RecordId", ids.get());
        }
        return answer;
    }

    private static long size(Collection<byte[]> records) {
        return records.stream().mapToLong(record -> record.length).sum();
    }

    private static byte[] data(JsonNode record) {
        byte[] data;
        try {
            data = Base64.getDecoder().decode(record.path("Data").asText());
        } catch (IllegalArgumentException e) {
            throw FirehoseError.invalid("Data is not base64.");
        }
        if (data.length > LARGEST_RECORD) {
            throw FirehoseError.invalid("A record carries at most 1,000 KiB.");
        }
        return data;
    }

    private ObjectNode describe(DeliveryStream stream) {
        StreamDescription described = stream.description();
        ObjectNode answer = json.createObjectNode();
        ObjectNode status = answer.putObject("DeliveryStreamDescription")
                .put("DeliveryStreamName", described.name())
                .put("DeliveryStreamARN", LocalAccount.arn("firehose", "deliverystream/" + described.name()))
                .put("DeliveryStreamStatus", "ACTIVE")
                .put("DeliveryStreamType", "DirectPut")
                .put("VersionId", "1")
                .put("HasMoreDestinations", false);
        ObjectNode bucket = status.putArray("Destinations")
                .addObject()
                .put("DestinationId", "destinationId-000000000001")
                .putObject("ExtendedS3DestinationDescription")
                .put("BucketARN", "arn:aws:s3:::" + described.bucket())
                .put("Prefix", described.prefix() + "!{timestamp:yyyy-MM-dd}/")
                .put("CompressionFormat", "GZIP")
                .put("FileExtension", described.extension());
        bucket.putObject("BufferingHints")
                .put("SizeInMBs", described.buffer().megabytes())
                .put("IntervalInSeconds", described.buffer().time().toSeconds());
        return answer;
    }

    private ObjectNode list() {
        ObjectNode answer = json.createObjectNode().put("HasMoreDeliveryStreams", false);
        ArrayNode names = answer.putArray("DeliveryStreamNames");
        streams.keySet().forEach(names::add);
        return answer;
    }

    private DeliveryStream stream(JsonNode body) {
        String name = body.path("DeliveryStreamName").asText();
        DeliveryStream stream = streams.get(name);
        if (stream == null) {
            throw FirehoseError.notFound(name);
        }
        return stream;
    }

    private JsonResponse error(int status, String code, String message) {
        ObjectNode error = json.createObjectNode().put("__type", code).put("message", message);
        return new JsonResponse(status, bytes(error), Map.of("x-amzn-ErrorType", code));
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
