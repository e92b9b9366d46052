package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packs items into the inputs of children. *Units*: items, and bytes of the input's JSON text.
final class Batches {

    private final Queries queries;

    Batches(Queries queries) {
        this.queries = queries;
    }

    /// The inputs of the children: the items themselves, or batches of them where the state has an `ItemBatcher`.
    List<JsonNode> pack(State.MapState state, List<JsonNode> items, Visible entered) {
        var head = state.head();
        var batcher = head.fields().get("ItemBatcher");
        if (batcher == null) {
            return items;
        }
        var most =
                queries.setting(head.language(), batcher, "MaxItemsPerBatch", "ItemBatcher/MaxItemsPerBatch", entered);
        var bytes = queries.setting(
                head.language(), batcher, "MaxInputBytesPerBatch", "ItemBatcher/MaxInputBytesPerBatch", entered);
        var shared = batcher.get("BatchInput");
        var input =
                shared == null ? null : queries.template(head.language(), shared, "ItemBatcher/BatchInput", entered);
        long mostItems = most.map(Queries.Setting::whole).orElse(Long.MAX_VALUE);
        long mostBytes = bytes.map(Queries.Setting::whole).orElse((long) StateFailure.PAYLOAD_LIMIT);
        if (mostItems < 1 || mostBytes < 1 || mostBytes > StateFailure.PAYLOAD_LIMIT) {
            throw QueryException.runtime(
                    "MaxItemsPerBatch must be positive and MaxInputBytesPerBatch between 1 and 262144.");
        }
        return pack(items, input, mostItems, mostBytes);
    }

    private static List<JsonNode> pack(List<JsonNode> items, @Nullable JsonNode input, long mostItems, long mostBytes) {
        var batches = new ArrayList<JsonNode>();
        var current = Json.MAPPER.createArrayNode();
        long empty = Json.size(batch(input, current));
        long size = empty;
        for (var item : items) {
            long added = Json.size(item) + 1L;
            if (!current.isEmpty() && (current.size() >= mostItems || size + added > mostBytes)) {
                batches.add(batch(input, current));
                current = Json.MAPPER.createArrayNode();
                size = empty;
            }
            current.add(item);
            size += added;
        }
        if (!current.isEmpty()) {
            batches.add(batch(input, current));
        }
        return batches;
    }

    private static JsonNode batch(@Nullable JsonNode input, ArrayNode items) {
        var batch = Json.object();
        if (input != null) {
            batch.set("BatchInput", input);
        }
        return batch.set("Items", items);
    }
}
