package dev.ferry.asapp.summaries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.summary.FreeTextSummary;
import dev.ferry.asapp.client.summary.Intent;
import dev.ferry.asapp.client.summary.StructuredData;
import dev.ferry.http.Json;

/// What ASAPP generated: an answer of one of the three calls, as a row of `api_generated`.
///
/// @param conversationId of the conversation in AI Services, however it was asked for
/// @param holdsSomething whether there is a text, a value or a known intent in it
/// @param row *Shape*: `{"conversationId","generatedId","text"}`, `"values":[{"fieldId","fieldName","value"}]` or
///     `"intent":{"code","name"}`
public record Generated(String conversationId, boolean holdsSomething, ObjectNode row) {

    /// A summary.
    public static Generated of(FreeTextSummary summary) {
        ObjectNode row = row(summary.conversationId())
                .put("generatedId", summary.summaryId())
                .put("text", summary.text());
        return new Generated(summary.conversationId(), !summary.text().isBlank(), row);
    }

    /// Values of structured data fields.
    public static Generated of(StructuredData data) {
        ObjectNode row = row(data.conversationId()).put("generatedId", data.id());
        ArrayNode values = row.putArray("values");
        data.values()
                .forEach(value -> values.addObject()
                        .put("fieldId", value.fieldId())
                        .put("fieldName", value.fieldName())
                        .put("value", value.value()));
        return new Generated(data.conversationId(), !data.values().isEmpty(), row);
    }

    /// An intent.
    public static Generated of(Intent intent) {
        ObjectNode row = row(intent.conversationId());
        if (intent.isKnown()) {
            row.putObject("intent").put("code", intent.code()).put("name", intent.name());
        }
        return new Generated(intent.conversationId(), intent.isKnown(), row);
    }

    @Override
    public String toString() {
        return "Generated[" + conversationId + "]";
    }

    private static ObjectNode row(String conversationId) {
        return Json.object().put("conversationId", conversationId);
    }
}
