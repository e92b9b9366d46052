package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.ObjectStore;
import dev.ferry.local.stepfunctions.asl.TaskTarget;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// The calls of the AWS SDK integrations.
final class SdkCalls {

    private final Surroundings surroundings;

    SdkCalls(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    JsonNode getObject(JsonNode arguments) {
        var objects = surroundings.services().objects();
        var bucket = TaskCalls.required(arguments, "Bucket");
        var key = TaskCalls.required(arguments, "Key");
        try {
            var bytes = objects.get(bucket, key);
            var modified = objects.list(bucket, key).stream()
                    .filter(stored -> stored.key().equals(key))
                    .map(ObjectStore.Stored::lastModified)
                    .findFirst()
                    .orElse(surroundings.timekeeper().now());
            var answer = Json.object()
                    .put("AcceptRanges", "bytes")
                    .put("Body", new String(bytes, StandardCharsets.UTF_8))
                    .put("ContentLength", bytes.length)
                    .put("ContentType", "binary/octet-stream")
                    .put("ETag", etag(bytes))
                    .put("LastModified", Turn.timestamp(modified));
            answer.set("Metadata", Json.object());
            return answer.put("ServerSideEncryption", "AES256");
        } catch (ObjectStore.Refused e) {
            throw refused(e);
        }
    }

    JsonNode putObject(JsonNode arguments) {
        var body = arguments.path("Body");
        var bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
        try {
            surroundings
                    .services()
                    .objects()
                    .put(TaskCalls.required(arguments, "Bucket"), TaskCalls.required(arguments, "Key"), bytes);
        } catch (ObjectStore.Refused e) {
            throw refused(e);
        }
        var checksum = new CRC32();
        checksum.update(bytes);
        var packed = ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array();
        return Json.object()
                .put("ChecksumCRC32", Base64.getEncoder().encodeToString(packed))
                .put("ChecksumType", "FULL_OBJECT")
                .put("ETag", etag(bytes))
                .put("ServerSideEncryption", "AES256");
    }

    private static String etag(byte[] bytes) {
        try {
            return "\"%s\""
                    .formatted(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks the digest MD5", e);
        }
    }

    private StateFailure refused(ObjectStore.Refused e) {
        var name = e.code().endsWith("Exception") ? e.code() : e.code() + "Exception";
        return new StateFailure(
                "S3." + name,
                "%s (Service: S3, Status Code: 404, Request ID: %s)"
                        .formatted(e.getMessage(), surroundings.chance().uuid()));
    }

    JsonNode describe(JsonNode arguments) {
        var arn = TaskCalls.required(arguments, "ExecutionArn");
        var found = surroundings
                .executions()
                .find(arn)
                .orElseThrow(() ->
                        refusal("ExecutionDoesNotExistException", "Execution Does Not Exist: '%s'".formatted(arn)));
        var answer = TaskCalls.describe(found, false);
        answer.put("StartDate", Turn.timestamp(found.origin().started()));
        var stopped = found.log().stopped();
        return stopped == null ? answer : answer.put("StopDate", Turn.timestamp(stopped));
    }

    JsonNode token(TaskTarget.Service service, JsonNode arguments) {
        var token = TaskCalls.required(arguments, "TaskToken");
        var answer = Json.object();
        if (surroundings.tokens().beat(token) == TokenDesk.Receipt.INVALID) {
            throw refusal("InvalidTokenException", "Invalid Token: 'Invalid token'");
        }
        var receipt = switch (service) {
            case SDK_SEND_TASK_SUCCESS -> {
                answer.set("output", output(arguments.path("Output")));
                yield surroundings.tokens().answer(token, answer);
            }
            case SDK_SEND_TASK_FAILURE -> {
                answer.set("error", arguments.path("Error"));
                answer.set("cause", arguments.path("Cause"));
                yield surroundings.tokens().answer(token, answer);
            }
            default -> surroundings.tokens().beat(token);
        };
        return switch (receipt) {
            case TAKEN -> Json.object();
            case INVALID -> throw refusal("InvalidTokenException", "Invalid Token: 'Invalid token'");
            case TIMED_OUT ->
                throw refusal("TaskTimedOutException", "Task Timed Out: 'Provided task does not exist anymore'");
        };
    }

    private JsonNode output(JsonNode written) {
        if (!written.isTextual()) {
            return written;
        }
        try {
            return Json.parse(written.textValue());
        } catch (JsonProcessingException e) {
            throw refusal("InvalidOutputException", "Invalid Output: '%s'".formatted(e.getOriginalMessage()));
        }
    }

    private StateFailure refusal(String code, String message) {
        return new StateFailure(
                "Sfn." + code,
                "%s (Service: Sfn, Status Code: 400, Request ID: %s) (SDK Attempt Count: 1)"
                        .formatted(message, surroundings.chance().uuid()));
    }
}
