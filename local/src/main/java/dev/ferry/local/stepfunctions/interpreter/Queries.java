package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.StateHead;
import dev.ferry.local.stepfunctions.jsonata.ExpressionText;
import dev.ferry.local.stepfunctions.jsonata.JsonataEvaluator;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Evaluates fields of states in either query language.
///
/// *Errors*: [QueryException]. *Threading*: safe for concurrent use.
final class Queries {

    private final JsonataEvaluator jsonata;
    private final PathEvaluator paths;

    Queries(Chance chance) {
        this.jsonata = new JsonataEvaluator(chance);
        this.paths = new PathEvaluator(chance);
    }

    /// A template field: expressions in JSONata, keys that end in `.$` in JSONPath.
    JsonNode template(QueryLanguage language, JsonNode template, String field, Visible visible) {
        return switch (language) {
            case JSONATA -> jsonata.template(template, field, visible);
            case JSONPATH -> pathTemplate(template, visible);
        };
    }

    private JsonNode pathTemplate(JsonNode template, Visible visible) {
        if (template.isObject()) {
            var object = Json.object();
            template.properties().forEach(entry -> {
                var key = entry.getKey();
                if (key.endsWith(".$")) {
                    object.set(
                            key.substring(0, key.length() - 2),
                            paths.value(entry.getValue().asText(), key, visible));
                } else {
                    object.set(key, pathTemplate(entry.getValue(), visible));
                }
            });
            return object;
        }
        if (template.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(template.size());
            template.forEach(element -> array.add(pathTemplate(element, visible)));
            return array;
        }
        return template;
    }

    /// The value of a path or intrinsic call in the given field.
    JsonNode pathValue(String text, String field, Visible visible) {
        return paths.value(text, field, visible);
    }

    /// A number field that may be an expression (JSONata) or have a `...Path` twin (JSONPath); empty when absent.
    Optional<Setting> setting(StateHead head, String field, Visible visible) {
        return setting(head.language(), head.fields(), field, field, visible);
    }

    /// The same inside a nested object of the state.
    Optional<Setting> setting(QueryLanguage language, JsonNode fields, String field, String shown, Visible visible) {
        var written = fields.get(field);
        if (written != null) {
            boolean literal = !written.isTextual() || !ExpressionText.isExpression(written.textValue());
            var value = language == QueryLanguage.JSONATA ? jsonata.template(written, shown, visible) : written;
            return Optional.of(new Setting(field, value, literal ? "" : written.textValue(), ""));
        }
        var path = fields.get(field + "Path");
        return path == null
                ? Optional.empty()
                : Optional.of(new Setting(field, PathEvaluator.require(path.asText(), visible), "", path.asText()));
    }

    /// The variables that `Assign` sets.
    Map<String, JsonNode> assign(QueryLanguage language, JsonNode fields, Visible visible) {
        var template = fields.get("Assign");
        if (template == null) {
            return Map.of();
        }
        var assigned = new HashMap<String, JsonNode>();
        template(language, template, "Assign", visible)
                .properties()
                .forEach(entry -> assigned.put(entry.getKey(), entry.getValue()));
        return assigned;
    }

    /// The value of a setting and how it was given.
    ///
    /// @param expression the JSONata expression with its delimiters, or empty
    /// @param path the JSONPath, or empty
    record Setting(String field, JsonNode value, String expression, String path) {

        /// As a whole number.
        long whole() {
            if (value.isIntegralNumber()
                    || (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue()))) {
                return value.longValue();
            }
            if (!path.isEmpty() && value.isTextual() && value.textValue().matches("-?\\d{1,18}")) {
                return Long.parseLong(value.textValue());
            }
            throw unexpected("integer");
        }

        /// As a number.
        double number() {
            if (value.isNumber()) {
                return value.doubleValue();
            }
            if (!path.isEmpty() && value.isTextual() && value.textValue().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
                return Double.parseDouble(value.textValue());
            }
            throw unexpected("number");
        }

        /// A failure that says which type was expected.
        QueryException unexpected(String type) {
            if (!path.isEmpty()) {
                return QueryException.runtime("The %sPath field refers to value %s which is not a valid %s: %s"
                        .formatted(field, Json.text(value), type, path));
            }
            return QueryException.jsonata(
                    field,
                    "The JSONata expression '%s' specified for the field '%s' returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                            .formatted(
                                    expression.isEmpty() ? Json.text(value) : ExpressionText.inside(expression),
                                    field,
                                    type,
                                    Json.typeName(value),
                                    Json.text(value)));
        }
    }
}
