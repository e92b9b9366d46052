package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.StateHead;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.jsonpath.ReferencePath;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.Map;

/// How data enters a state, becomes its arguments, and leaves it.
///
/// *Errors*: `QueryException`. *Threading*: safe for concurrent use.
final class DataFlow {

    private final Queries queries;

    DataFlow(Queries queries) {
        this.queries = queries;
    }

    /// What leaves a state.
    record Departure(JsonNode output, Map<String, JsonNode> assigned) {}

    /// The view of a state whose input has gone through `InputPath`.
    Visible entering(StateHead head, Visible visible) {
        var path = head.fields().get("InputPath");
        if (head.language() == QueryLanguage.JSONATA || path == null) {
            return visible;
        }
        return path.isNull() ? visible.withInput(Json.object()) : visible.withInput(atPath(path.asText(), visible));
    }

    private static JsonNode atPath(String path, Visible visible) {
        return PathEvaluator.require(path, visible);
    }

    /// `Arguments` or `Parameters`; the input itself where there is neither.
    JsonNode arguments(StateHead head, Visible entered) {
        var field = head.language() == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        var template = head.fields().get(field);
        return template == null ? entered.input() : queries.template(head.language(), template, field, entered);
    }

    /// Output and variables of a state that ended well.
    ///
    /// @param raw the view with the input as it came
    /// @param result what the state's work yielded
    Departure departing(StateHead head, Visible raw, JsonNode result) {
        return switch (head.language()) {
            case JSONATA -> jsonata(head.fields(), raw.withResult(result), result);
            case JSONPATH -> jsonPath(head, raw, result);
        };
    }

    /// Output and variables of a JSONata state without a result, or of one of its rules or catchers.
    Departure jsonata(JsonNode fields, Visible visible, JsonNode otherwise) {
        var template = fields.get("Output");
        var output =
                template == null ? otherwise : queries.template(QueryLanguage.JSONATA, template, "Output", visible);
        return new Departure(output, queries.assign(QueryLanguage.JSONATA, fields, visible));
    }

    private Departure jsonPath(StateHead head, Visible raw, JsonNode result) {
        var fields = head.fields();
        var selector = fields.get("ResultSelector");
        var selected = selector == null
                ? result
                : queries.template(QueryLanguage.JSONPATH, selector, "ResultSelector", raw.withInput(result));
        var combined = combine(fields, raw.input(), selected);
        var output = leaving(fields, raw.withInput(combined));
        return new Departure(output, queries.assign(QueryLanguage.JSONPATH, fields, raw.withInput(result)));
    }

    /// The input with the result at `ResultPath`.
    static JsonNode combine(JsonNode fields, JsonNode input, JsonNode result) {
        var path = fields.get("ResultPath");
        if (path == null) {
            return result;
        }
        return path.isNull() ? input : ReferencePath.write(input, path.asText(), result);
    }

    /// The document after `OutputPath`.
    static JsonNode leaving(JsonNode fields, Visible visible) {
        var path = fields.get("OutputPath");
        if (path == null) {
            return visible.input();
        }
        return path.isNull() ? Json.object() : atPath(path.asText(), visible);
    }

    /// Output and variables of a catcher.
    Departure caught(QueryLanguage language, JsonNode catcher, Visible raw, JsonNode errorOutput) {
        return switch (language) {
            case JSONATA -> jsonata(catcher, raw.withErrorOutput(errorOutput), errorOutput);
            case JSONPATH ->
                new Departure(
                        combine(catcher, raw.input(), errorOutput),
                        queries.assign(QueryLanguage.JSONPATH, catcher, raw.withInput(errorOutput)));
        };
    }

    Queries queries() {
        return queries;
    }
}
