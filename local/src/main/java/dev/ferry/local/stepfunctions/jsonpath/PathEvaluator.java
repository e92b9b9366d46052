package dev.ferry.local.stepfunctions.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.Optional;

/// Evaluates paths of three kinds (`$.x` in the input, `$$.x` in the context object, `$name.x` in a variable) and
/// calls of intrinsic functions.
///
/// *Errors*: [QueryException] with AWS's wording. *Threading*: safe for concurrent use.
public final class PathEvaluator {

    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider(Json.MAPPER))
            .mappingProvider(new JacksonMappingProvider(Json.MAPPER))
            .build();

    private final Intrinsics intrinsics;

    /// An evaluator that draws from the given source of chance.
    public PathEvaluator(Chance chance) {
        this.intrinsics = new Intrinsics(chance);
    }

    /// Whether the text is a well-formed path.
    public static boolean isPath(String text) {
        if (!text.startsWith("$")) {
            return false;
        }
        try {
            JsonPath.compile(PathText.of(text).path());
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// The value that the path names; empty when there is none.
    public static Optional<JsonNode> find(String path, Visible visible) {
        try {
            return Optional.of(read(path, visible));
        } catch (PathNotFoundException e) {
            return Optional.empty();
        }
    }

    /// The value that the path names, for a plain path field such as `InputPath` or `SecondsPath`.
    public static JsonNode require(String path, Visible visible) {
        try {
            return read(path, visible);
        } catch (PathNotFoundException e) {
            throw QueryException.runtime("Invalid path '%s' : %s".formatted(path, e.getMessage()));
        }
    }

    /// The value of a path or intrinsic call that stands in the given field.
    public JsonNode value(String text, String field, Visible visible) {
        if (text.startsWith("States.")) {
            return intrinsics.evaluate(IntrinsicCall.parse(text), path -> value(path, field, visible));
        }
        return find(text, visible)
                .orElseThrow(() -> QueryException.runtime(
                        "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
                                .formatted(text, field, Json.text(searched(text, visible)))));
    }

    private static JsonNode searched(String text, Visible visible) {
        return text.startsWith("$$") ? visible.context() : visible.input();
    }

    private static JsonNode read(String text, Visible visible) {
        var parts = PathText.of(text);
        JsonNode root = switch (parts.root()) {
            case INPUT -> visible.input();
            case CONTEXT -> visible.context();
            case VARIABLE -> variable(parts, visible);
        };
        if (parts.path().equals("$")) {
            return root;
        }
        var path = JsonPath.compile(parts.path());
        try {
            return JsonPath.using(CONFIGURATION).parse(root).read(path, JsonNode.class);
        } catch (PathNotFoundException e) {
            // A path that may name many places names none here, which is a list without elements.
            if (path.isDefinite()) {
                throw e;
            }
            return Json.MAPPER.createArrayNode();
        }
    }

    private static JsonNode variable(PathText parts, Visible visible) {
        var value = visible.variables().get(parts.variable());
        if (value == null) {
            throw new PathNotFoundException("No variable is named " + parts.variable());
        }
        return value;
    }
}
