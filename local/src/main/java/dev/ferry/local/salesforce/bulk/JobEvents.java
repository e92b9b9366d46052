package dev.ferry.local.salesforce.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts about jobs that the journal keeps.
///
/// *Shape*: `{"k":"ingest.created|uploaded|state|rows|deleted","id":..}` and what belongs to each.
final class JobEvents {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JobEvents() {}

    static ObjectNode created(IngestJob job) {
        ObjectNode event = event("created", job.id()).put("at", job.createdAt());
        event.set("spec", MAPPER.valueToTree(job.spec()));
        return event;
    }

    static ObjectNode uploaded(String id) {
        return event("uploaded", id);
    }

    static ObjectNode deleted(String id) {
        return event("deleted", id);
    }

    static ObjectNode state(String id, JobState state, long at, @Nullable String error) {
        return event("state", id).put("state", state.apiName()).put("at", at).put("error", error);
    }

    static ObjectNode rows(String id, List<RowOutcome> outcomes) {
        ObjectNode event = event("rows", id);
        ArrayNode rows = event.putArray("rows");
        for (RowOutcome outcome : outcomes) {
            ArrayNode row = rows.addArray().add(outcome.id());
            if (outcome.failed()) {
                row.add(outcome.error());
            } else {
                row.add(outcome.created());
            }
        }
        return event;
    }

    static JobSpec spec(JsonNode event) {
        return MAPPER.convertValue(event.path("spec"), JobSpec.class);
    }

    static List<RowOutcome> outcomes(JsonNode event) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (JsonNode row : event.path("rows")) {
            JsonNode what = row.get(1);
            outcomes.add(
                    new RowOutcome(row.get(0).asText(), what.asBoolean(), what.isTextual() ? what.textValue() : null));
        }
        return List.copyOf(outcomes);
    }

    private static ObjectNode event(String kind, String id) {
        return MAPPER.createObjectNode().put("k", "ingest." + kind).put("id", id);
    }
}
