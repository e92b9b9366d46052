package dev.ferry.local.stepfunctions.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A path that names exactly one place, and so can be written to: what `ResultPath` takes.
public final class ReferencePath {

    private static final Pattern SEGMENT =
            Pattern.compile("\\.([^.\\[\\]*?@:,()$'\" ]+)|\\['([^']+)'\\]|\\[\"([^\"]+)\"\\]|\\[(\\d+)\\]");

    private ReferencePath() {}

    /// Whether the text is a reference path.
    public static boolean isReference(String text) {
        return text.startsWith("$") && matchesWhole(text);
    }

    /// The document with the value at the path; missing objects on the way are made.
    ///
    /// *Errors*: `States.ResultPathMatchFailure` when something other than an object or array stands in the way.
    public static JsonNode write(JsonNode document, String path, JsonNode value) {
        var segments = segments(path);
        if (segments.isEmpty()) {
            return value;
        }
        var changed = place(document, segments, 0, value);
        if (changed == null) {
            throw QueryException.runtime(
                    "Unable to apply ReferencePath %s to input %s".formatted(path, Json.text(document)));
        }
        return changed;
    }

    private static @Nullable JsonNode place(@Nullable JsonNode node, List<String> segments, int at, JsonNode value) {
        if (at == segments.size()) {
            return value;
        }
        var segment = segments.get(at);
        if (segment.startsWith("#")) {
            return placeInArray(node, segments, at, value);
        }
        ObjectNode object;
        if (node instanceof ObjectNode present) {
            object = Json.object();
            object.setAll(present);
        } else if (node == null) {
            object = Json.object();
        } else {
            return null;
        }
        var child = place(object.get(segment.substring(1)), segments, at + 1, value);
        return child == null ? null : object.set(segment.substring(1), child);
    }

    private static @Nullable JsonNode placeInArray(
            @Nullable JsonNode node, List<String> segments, int at, JsonNode value) {
        int index = Integer.parseInt(segments.get(at).substring(1));
        if (!(node instanceof ArrayNode present) || index >= present.size()) {
            return null;
        }
        var child = place(present.get(index), segments, at + 1, value);
        if (child == null) {
            return null;
        }
        var array = Json.MAPPER.createArrayNode().addAll(present);
        array.set(index, child);
        return array;
    }

    private static boolean matchesWhole(String path) {
        return SEGMENT.matcher(path.substring(1))
                .replaceAll(Matcher.quoteReplacement(""))
                .isEmpty();
    }

    /// Names are marked `.` and indexes `#`.
    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        var matcher = SEGMENT.matcher(path);
        while (matcher.find()) {
            if (matcher.group(4) != null) {
                segments.add("#" + matcher.group(4));
            } else {
                var name = matcher.group(1) != null
                        ? matcher.group(1)
                        : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                segments.add("." + name);
            }
        }
        return segments;
    }
}
