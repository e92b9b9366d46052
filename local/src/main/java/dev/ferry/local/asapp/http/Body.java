package dev.ferry.local.asapp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Request;
import java.io.IOException;
import java.util.Optional;

/// The JSON object that a request brings, and the checks that its fields pass.
///
/// @param missingStatus the status when a required field is not there
/// @param wrongTypeStatus the status when a field is of another type than it should be
public record Body(ObjectNode json, int missingStatus, int wrongTypeStatus) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MISSING = 400;
    private static final int WRONG_TYPE = 422;

    /// Reads the body. *Errors*: 413 when it is longer than allowed, 400 when it is not a JSON object.
    public static Body of(Request request, int maxBytes) throws IOException {
        return parse(bytes(request, maxBytes));
    }

    /// The bytes of the body. *Errors*: 413 when there are too many.
    public static byte[] bytes(Request request, int maxBytes) throws IOException {
        byte[] bytes = request.body().readNBytes(maxBytes);
        if (request.body().read() >= 0) {
            throw ApiException.of(413);
        }
        return bytes;
    }

    /// Reads bytes. *Errors*: 400 when they are not a JSON object.
    public static Body parse(byte[] bytes) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json instanceof ObjectNode object) {
                return new Body(object, MISSING, WRONG_TYPE);
            }
        } catch (JsonProcessingException e) {
            throw ApiException.of(400);
        }
        throw ApiException.of(400);
    }

    /// This body with other statuses for what is wrong with it.
    public Body refusing(int missing, int wrongType) {
        return new Body(json, missing, wrongType);
    }

    /// A text that must be there.
    public String required(String field) {
        return optional(field).orElseThrow(() -> ApiException.of(missingStatus));
    }

    /// A text that may be missing; null is missing.
    public Optional<String> optional(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ApiException.of(wrongTypeStatus);
        }
        return Optional.of(value.textValue());
    }

    /// An object that may be missing.
    public Optional<ObjectNode> object(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        throw ApiException.of(wrongTypeStatus);
    }
}
