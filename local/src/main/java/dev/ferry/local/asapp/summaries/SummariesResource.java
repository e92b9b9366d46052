package dev.ferry.local.asapp.summaries;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.conversations.ConversationStore;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.ApiRules.StructuredValues;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Calls below `/autosummary/v1/`. They are no reads: each makes something new, under a new id.
///
/// *Source*: `autosummary.yaml`.
public final class SummariesResource implements Resource {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?");
    private static final List<String> SUBJECTS = List.of("conversationId", "externalConversationId", "issueId");

    private final Tenant tenant;
    private final SummarySource source;

    /// @param export the directory of the export
    public SummariesResource(Tenant tenant, ConversationStore conversations, Path export) {
        this.tenant = tenant;
        this.source = new SummarySource(conversations, export);
    }

    @Override
    public Response answer(Request request) throws IOException {
        List<String> path = request.segments();
        if (path.size() < 3 || !path.get(1).equals("v1")) {
            throw ApiException.of(404);
        }
        String call = path.get(2);
        if (call.equals("intent") && tenant.knobs().api().disabledApis().contains("autosummary/intent")) {
            throw ApiException.of(403);
        }
        return switch (request.method() + " " + call + " " + path.size()) {
            case "POST free-text-summaries 3" -> freeText(subject(request));
            case "GET free-text-summaries 4" -> freeText(known(path.get(3)));
            case "POST structured-data 3" -> structuredData(subject(request));
            case "POST intent 3" -> intent(subject(request));
            case "GET intent 4" -> intent(known(path.get(3)));
            case "POST feedback 5" -> feedback(request, path);
            default -> throw ApiException.of(404);
        };
    }

    private String known(String conversationId) {
        return source.byConversationId(conversationId).orElseThrow(() -> ApiException.of(404));
    }

    private String subject(Request request) throws IOException {
        Body body = Body.of(request, tenant.knobs().api().maxBodyBytes());
        body.optional("agentExternalId");
        List<String> named = SUBJECTS.stream()
                .filter(name -> body.optional(name).isPresent())
                .toList();
        if (named.size() != 1) {
            throw ApiException.of(400);
        }
        String value = body.required(named.getFirst());
        Optional<String> found = switch (named.getFirst()) {
            case "conversationId" -> source.byConversationId(value);
            case "externalConversationId" -> source.byExternalId(value);
            default -> source.byIssueId(value);
        };
        return found.orElseThrow(() -> ApiException.of(404));
    }

    private Response freeText(String id) {
        String text = source.text(id).orElseThrow(() -> ApiException.of(404));
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", id)
                .put("summaryId", tenant.chance().id().toString())
                .put("summaryText", text));
    }

    private Response structuredData(String id) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", id)
                .put("id", tenant.chance().id().toString());
        var metrics = answer.putArray("structuredDataMetrics");
        source.structuredData(id).forEach(row -> {
            String field = row.path("structured_data_field_id").asText();
            ObjectNode metric = metrics.addObject()
                    .put("id", field)
                    .put("name", row.path("structured_data_field_name").asText());
            value(metric, field, row.path("structured_data_field_value").asText());
        });
        return Response.ok(answer);
    }

    private void value(ObjectNode metric, String field, String value) {
        if (tenant.knobs().api().structuredValues() == StructuredValues.TEXTS) {
            metric.put("value", value);
        } else if (field.startsWith("q_")) {
            metric.put("answer", value);
        } else if (NUMBER.matcher(value).matches()) {
            metric.put("value", new java.math.BigDecimal(value));
        } else {
            metric.put("value", value);
        }
    }

    private Response intent(String id) {
        SummarySource.Intent intent =
                source.intent(id).orElseGet(() -> new SummarySource.Intent("NO_INTENT", "NO_INTENT"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("conversationId", id);
        answer.putObject("intent").put("code", intent.code()).put("name", intent.name());
        return Response.ok(answer);
    }

    private Response feedback(Request request, List<String> path) throws IOException {
        if (!path.get(3).equals("free-text-summaries")) {
            throw ApiException.of(404);
        }
        known(path.get(4));
        Body.of(request, tenant.knobs().api().maxBodyBytes());
        return Response.empty(202);
    }
}
