package dev.ferry.asapp.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.http.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A successful answer, its body in memory.
public record ApiResponse(ApiRequest request, WireResponse answer) {
    // No list of this API is paged in bytes; a file list of years stays far below.
    private static final int MAX_DOCUMENT = 64 << 20;

    /// The body as a JSON object. Throws `MALFORMED_ANSWER` when it is none.
    public JsonNode json() {
        try {
            JsonNode document = answer.json(MAX_DOCUMENT);
            if (document.isObject()) {
                return document;
            }
            throw malformed("no JSON object");
        } catch (IOException notJson) {
            throw malformed("not JSON");
        }
    }

    /// A list that the answer must have.
    public List<JsonNode> list(JsonNode document, String name) {
        JsonNode list = document.path(name);
        if (!list.isArray()) {
            throw malformed("without the list " + name);
        }
        List<JsonNode> rows = new ArrayList<>();
        list.forEach(rows::add);
        return rows;
    }

    /// A list of texts that the answer must have.
    public List<String> texts(String name) {
        return list(json(), name).stream().map(value -> text(value, name)).toList();
    }

    /// A text that a row must have.
    public String required(JsonNode row, String name) {
        return text(row.path(name), name);
    }

    private String text(JsonNode value, String name) {
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            throw malformed("without a value of " + name);
        }
        return value.asText();
    }

    /// The exception for an answer that breaks the API's promise; says what is wrong, without contents.
    public AsappException malformed(String what) {
        return new AsappException(
                ErrorCode.MALFORMED_ANSWER,
                new Failure(request.attempted() + " (the answer is " + what + ")", answer.status(), "", "", null));
    }
}
