package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.jsonata.ExpressionText;
import dev.ferry.local.stepfunctions.jsonata.JsonataEvaluator;
import dev.ferry.local.stepfunctions.jsonpath.IntrinsicCall;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;

/// Checks the expressions and paths inside a state's fields.
final class Templates {

    private final Findings findings;

    Templates(Findings findings) {
        this.findings = findings;
    }

    /// Every expression anywhere in the value compiles.
    void jsonata(JsonNode value, String location) {
        if (value.isTextual() && ExpressionText.isExpression(value.textValue())) {
            JsonataEvaluator.refusal(ExpressionText.inside(value.textValue()))
                    .ifPresent(why -> findings.schema("Invalid JSONata expression: " + why, location));
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> jsonata(entry.getValue(), location + "/" + entry.getKey()));
        }
        int index = 0;
        for (var element : value.isArray() ? value : java.util.List.<JsonNode>of()) {
            jsonata(element, location + "[" + index++ + "]");
        }
    }

    /// Every key that ends in `.$` holds a path or an intrinsic call.
    void jsonPath(JsonNode value, String location) {
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                var at = location + "/" + entry.getKey();
                if (entry.getKey().endsWith(".$")) {
                    if (!isDynamic(entry.getValue())) {
                        findings.schema(
                                "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call"
                                        .formatted(entry.getKey()),
                                location);
                    }
                } else {
                    jsonPath(entry.getValue(), at);
                }
            });
        }
        int index = 0;
        for (var element : value.isArray() ? value : java.util.List.<JsonNode>of()) {
            jsonPath(element, location + "[" + index++ + "]");
        }
    }

    /// The value is one path.
    void path(JsonNode value, String location) {
        if (!value.isNull() && !(value.isTextual() && PathEvaluator.isPath(value.textValue()))) {
            findings.schema("Value is not a valid JSONPath", location);
        }
    }

    private static boolean isDynamic(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        var text = value.textValue();
        return PathEvaluator.isPath(text) || IntrinsicCall.tryParse(text).isPresent();
    }
}
