package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an execution came about; none of it ever changes.
///
/// @param input the input's JSON text
/// @param mapRunArn the Map Run whose child it is, or null
/// @param index which child of its Map Run it is
public record Origin(
        String arn,
        String name,
        String input,
        Instant started,
        @Nullable String mapRunArn,
        int index) {

    ObjectNode toJson() {
        return Json.object()
                .put("arn", arn)
                .put("name", name)
                .put("input", input)
                .put("started", started.toEpochMilli())
                .put("mapRunArn", mapRunArn)
                .put("index", index);
    }

    static Origin fromJson(JsonNode node) {
        return new Origin(
                node.path("arn").asText(),
                node.path("name").asText(),
                node.path("input").asText(),
                Instant.ofEpochMilli(node.path("started").asLong()),
                node.path("mapRunArn").textValue(),
                node.path("index").asInt());
    }
}
