package dev.ferry.asapp.client.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiResponse;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.http.Json;
import java.util.List;
import java.util.Set;

/// [Summaries] over HTTP, for the calls that the configuration names.
public final class HttpSummaries implements Summaries {
    private static final String PATH = "/autosummary/v1/";

    private final ApiTransport transport;
    private final Set<GeneratingCall> allowed;

    /// Summaries over a transport.
    public HttpSummaries(ApiTransport transport, Set<GeneratingCall> allowed) {
        this.transport = transport;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public FreeTextSummary freeText(SummaryKey key, String language) {
        ApiRequest request = request(GeneratingCall.FREE_TEXT_SUMMARIES, key);
        ApiResponse answer = transport.send(language.isEmpty() ? request : request.with("Accept-Language", language));
        JsonNode document = answer.json();
        return new FreeTextSummary(
                answer.required(document, "conversationId"),
                answer.required(document, "summaryId"),
                document.path("summaryText").asText(""));
    }

    @Override
    public StructuredData structuredData(SummaryKey key) {
        ApiResponse answer = transport.send(request(GeneratingCall.STRUCTURED_DATA, key));
        JsonNode document = answer.json();
        List<StructuredData.Value> values = answer.list(document, "structuredDataMetrics").stream()
                .map(row -> new StructuredData.Value(
                        answer.required(row, "id"), row.path("name").asText(""), scalar(row)))
                .toList();
        return new StructuredData(answer.required(document, "conversationId"), answer.required(document, "id"), values);
    }

    @Override
    public Intent intent(SummaryKey key) {
        ApiResponse answer = transport.send(request(GeneratingCall.INTENT, key));
        JsonNode document = answer.json();
        JsonNode intent = document.path("intent");
        return new Intent(
                answer.required(document, "conversationId"),
                answer.required(intent, "code"),
                intent.path("name").asText(""));
    }

    private static String scalar(JsonNode row) {
        JsonNode value = row.hasNonNull("value") ? row.path("value") : row.path("answer");
        return value.asText("");
    }

    private ApiRequest request(GeneratingCall call, SummaryKey key) {
        String attempted = "generate " + call.path();
        if (!allowed.contains(call)) {
            throw new AsappException(ErrorCode.NOT_ASKED_FOR, Failure.of(attempted));
        }
        return ApiRequest.ask(PATH + call.path(), question(key), attempted).once();
    }

    private static ObjectNode question(SummaryKey key) {
        return switch (key) {
            case SummaryKey.ByConversation(var id) -> Json.object().put("conversationId", id.value());
            case SummaryKey.ByExternalConversation(var id) -> Json.object().put("externalConversationId", id.value());
            case SummaryKey.ByIssue(String issueId) -> Json.object().put("issueId", issueId);
        };
    }
}
