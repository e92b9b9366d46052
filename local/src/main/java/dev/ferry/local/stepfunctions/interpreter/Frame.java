package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.Graph;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One line of control: the machine itself (path empty), a branch of a Parallel state, an iteration of a Map state.
///
/// @param path unique in the execution, the same after a restart
/// @param parent the frame whose state this one is part of, or null
/// @param item the `Map` part of the context object inside an iteration, or null
record Frame(
        Execution execution,
        String path,
        Graph graph,
        @Nullable Frame parent,
        Scope scope,
        @Nullable ObjectNode item) {

    /// Begins at the graph's first state, unless it has begun.
    void begin(JsonNode input, long previousEvent) {
        if (!read(FrameLog::begun)) {
            var record = Json.object().put("k", "begin").put("f", path).put("s", graph.startAt());
            record.set("in", input);
            execution.log().append(record.put("p", previousEvent));
        }
    }

    <T> T read(Function<FrameLog, T> reading) {
        return execution.log().read(path, reading);
    }

    /// The variables in scope: the frame's own before those of the frames around it.
    Map<String, JsonNode> variables() {
        var variables = new HashMap<String, JsonNode>();
        if (parent != null) {
            variables.putAll(parent.variables());
        }
        variables.putAll(read(FrameLog::variables));
        return variables;
    }

    /// The `Map` part of the context object, from this frame or the nearest around it.
    @Nullable
    ObjectNode mapItem() {
        if (item != null) {
            return item;
        }
        return parent == null ? null : parent.mapItem();
    }
}
