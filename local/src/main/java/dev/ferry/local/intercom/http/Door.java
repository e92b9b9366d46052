package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.intercom.workspace.AccessRules;
import dev.ferry.local.intercom.workspace.App;
import dev.ferry.local.intercom.workspace.Workspace;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What every request must bring: a token, an `Accept`, a version that exists, a body that is JSON.
final class Door {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile(",");

    private final Workspace workspace;

    Door(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The app whose token a request brings.
    Optional<App> app(Request request) {
        if (workspace.knobs().access().tokensRevoked()) {
            return Optional.empty();
        }
        return request.header("Authorization")
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> workspace.app(matcher.group(1)));
    }

    /// *Errors*: 406 when the client does not say that it takes JSON, 415 when it does not say that it sends some.
    void checkHeaders(Request request, boolean hasBody) {
        AccessRules rules = workspace.knobs().access();
        boolean accepts = request.header("Accept").stream()
                .flatMap(COMMA::splitAsStream)
                .map(range -> mediaType(range))
                .anyMatch(type -> type.equals("application/json")
                        || (rules.acceptWildcard() && (type.equals("*/*") || type.equals("application/*"))));
        if (!accepts) {
            throw new ApiException(
                    406, "media_type_not_acceptable", "The Accept header should send a media-type of application/json");
        }
        boolean sends = request.header("Content-Type")
                .map(Door::mediaType)
                .filter("application/json"::equals)
                .isPresent();
        if (hasBody && rules.contentTypeNeeded() && !sends) {
            throw new ApiException(
                    415, "media_type_not_supported", "The Content-Type header should be application/json");
        }
    }

    /// The version that a request asks for, else the one that is set on the app.
    ApiVersion version(Request request, App app) {
        return ApiVersion.of(request.header("Intercom-Version").orElse(app.version()));
    }

    /// The bytes of the body. *Errors*: 413 when there are too many.
    byte[] bytes(Request request) throws IOException {
        int most = workspace.knobs().messages().maxBodyBytes();
        byte[] bytes = request.body().readNBytes(most);
        if (request.body().read() >= 0) {
            throw new ApiException(413, "request_entity_too_large", "The request is too large");
        }
        return bytes;
    }

    /// The body as JSON, empty when there is none. *Errors*: 400 when it is not a JSON object.
    static ObjectNode json(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw ApiException.invalid("Invalid JSON");
        }
        throw ApiException.invalid("Invalid JSON");
    }

    private static String mediaType(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
