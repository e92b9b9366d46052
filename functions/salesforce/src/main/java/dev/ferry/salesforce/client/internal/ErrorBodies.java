package dev.ferry.salesforce.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.salesforce.client.RecordError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads errors out of any body: the REST array, the object of the token endpoint, XML of older endpoints.
/// HTML and everything else hold none.
///
/// Source: gateways in front of the API answer with pages of their own; the content type is not to be
/// trusted, the body decides.
public final class ErrorBodies {
    private static final Pattern XML_CODE =
            Pattern.compile("<(?:\\w+:)?(?:exceptionCode|errorCode)>\\s*(\\w{1,100})\\s*<");
    private static final Pattern XML_MESSAGE = Pattern.compile("<(?:\\w+:)?(?:exceptionMessage|message)>([^<]*)<");

    private ErrorBodies() {}

    static List<RecordError> parse(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return fromJson(Json.parse(body));
            } catch (IOException cutOff) {
                return List.of();
            }
        }
        var code = XML_CODE.matcher(text);
        if (!code.find()) {
            return List.of();
        }
        var message = XML_MESSAGE.matcher(text);
        return List.of(new RecordError(code.group(1), message.find() ? message.group(1) : "", List.of()));
    }

    /// The errors of a JSON array in either shape (`errorCode` of a request, `statusCode` of a row), or of
    /// one such object.
    public static List<RecordError> fromJson(JsonNode document) {
        if (document.isObject()) {
            return List.of(one(document));
        }
        var errors = new ArrayList<RecordError>();
        document.forEach(each -> {
            if (each.isObject()) {
                errors.add(one(each));
            }
        });
        return List.copyOf(errors);
    }

    private static RecordError one(JsonNode error) {
        var fields = new ArrayList<String>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        return new RecordError(
                firstText(error, "errorCode", "statusCode", "error", RecordError.NO_CODE),
                firstText(error, "message", "error_description", "", ""),
                fields);
    }

    private static String firstText(JsonNode error, String first, String second, String third, String otherwise) {
        for (var name : List.of(first, second, third)) {
            if (error.path(name).isTextual()) {
                return error.path(name).asText();
            }
        }
        return otherwise;
    }
}
