package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.store.OrgStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The requests inside a composite one, run in order through the same door. `@{ref.id}` stands for a value of an
/// earlier answer.
///
/// Each part is a transaction of its own, unless all or none is asked for: then they are parts of one.
final class SubRequests {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([^}]+)}");
    private final ApiRouter router;
    private final Call call;
    private final Map<String, JsonNode> answers = new HashMap<>();

    SubRequests(ApiRouter router, Call call) {
        this.router = router;
        this.call = call;
    }

    /// Runs the requests. The result tells whether all succeeded and holds `compositeResponse`.
    Outcome run(JsonNode requests, boolean allOrNone) throws IOException {
        ArrayNode shown = Json.array();
        boolean failed = false;
        for (JsonNode request : requests) {
            ObjectNode answer = failed && allOrNone ? halted(request) : answer(request);
            failed |= answer.path("httpStatusCode").asInt() >= 400;
            shown.add(answer);
        }
        return new Outcome(shown, !failed);
    }

    /// The answers, and whether every one is a success.
    record Outcome(ArrayNode answers, boolean successful) {}

    private ObjectNode answer(JsonNode request) throws IOException {
        String url = filled(request.path("url").asText());
        byte[] body = request.has("body")
                ? filled(request.path("body").toString()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        URI uri = URI.create(url.replace(" ", "%20").replace("'", "%27"));
        Response response = router.answer(
                call.request().part(request.path("method").asText(), uri, Map.of(), body), call.session());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        response.body().write(out);
        JsonNode content = out.size() == 0 ? NullNode.getInstance() : Json.read(out.toByteArray());
        answers.put(request.path("referenceId").asText(), content);
        return shown(request, response.status(), content);
    }

    static ObjectNode halted(JsonNode request) {
        ArrayNode errors = Json.array();
        errors.addObject()
                .put("errorCode", "PROCESSING_HALTED")
                .put(
                        "message",
                        "The transaction was rolled back since another operation in the same transaction failed.");
        return shown(request, 400, errors);
    }

    static ObjectNode shown(JsonNode request, int status, JsonNode content) {
        ObjectNode json = Json.object();
        json.set("body", content);
        json.putObject("httpHeaders");
        return json.put("httpStatusCode", status)
                .put("referenceId", request.path("referenceId").asText());
    }

    private String filled(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String path = matcher.group(1);
            int dot = path.indexOf('.');
            JsonNode answer = answers.get(dot < 0 ? path : path.substring(0, dot));
            if (answer == null || dot < 0) {
                throw new ApiException(400, "INVALID_FIELD", "Invalid reference specified: " + path);
            }
            String pointer = "/"
                    + path.substring(dot + 1)
                            .replace('.', '/')
                            .replace("[", "/")
                            .replace("]", "");
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(answer.at(pointer).asText()));
        }
        matcher.appendTail(out);
        return out.toString();
    }

    /// Runs something whose writes are kept together, and undone when it says so.
    interface Together {
        boolean run() throws IOException;
    }

    static void together(OrgStore store, Together work) throws IOException {
        IOException[] broken = new IOException[1];
        store.write(tx -> {
            int mark = tx.mark();
            try {
                if (!work.run()) {
                    tx.rollBackTo(mark);
                }
            } catch (IOException e) {
                broken[0] = e;
                tx.rollBackTo(mark);
            }
            return true;
        });
        if (broken[0] != null) {
            throw broken[0];
        }
    }
}
