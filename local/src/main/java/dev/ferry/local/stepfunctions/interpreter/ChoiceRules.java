package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.Comparison;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.jsonata.ExpressionText;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides the rules of Choice states.
final class ChoiceRules {

    private final Queries queries;

    ChoiceRules(Queries queries) {
        this.queries = queries;
    }

    boolean holds(QueryLanguage language, JsonNode rule, Visible visible) {
        return language == QueryLanguage.JSONATA ? condition(rule, visible) : comparison(rule, visible);
    }

    private boolean condition(JsonNode rule, Visible visible) {
        var written = rule.path("Condition");
        var value = queries.template(QueryLanguage.JSONATA, written, "Condition", visible);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        throw QueryException.jsonata(
                "Condition",
                "The JSONata expression '%s' specified for the field 'Condition' returned an unexpected result type. Expected 'boolean', but was '%s' for value: %s"
                        .formatted(shown(written), Json.typeName(value), Json.text(value)));
    }

    private static String shown(JsonNode written) {
        var text = written.asText();
        return ExpressionText.isExpression(text) ? ExpressionText.inside(text) : text;
    }

    private boolean comparison(JsonNode rule, Visible visible) {
        if (rule.has("Not")) {
            return !comparison(rule.get("Not"), visible);
        }
        if (rule.has("And")) {
            for (var each : rule.get("And")) {
                if (!comparison(each, visible)) {
                    return false;
                }
            }
            return true;
        }
        if (rule.has("Or")) {
            for (var each : rule.get("Or")) {
                if (comparison(each, visible)) {
                    return true;
                }
            }
            return false;
        }
        for (var field : rule.properties()) {
            var comparison = Comparison.named(field.getKey());
            if (comparison.isPresent()) {
                return compare(comparison.get(), rule.path("Variable").asText(), field.getValue(), visible);
            }
        }
        return false;
    }

    private boolean compare(Comparison comparison, String path, JsonNode written, Visible visible) {
        if (comparison.kind() == Comparison.Kind.IS) {
            return is(comparison.relation(), PathEvaluator.find(path, visible)) == written.asBoolean();
        }
        var left = PathEvaluator.find(path, visible)
                .orElseThrow(() -> QueryException.runtime(
                        "Invalid path '%s': The choice state's condition path references an invalid value."
                                .formatted(path)));
        var right = comparison.byPath() ? PathEvaluator.require(written.asText(), visible) : written;
        return switch (comparison.kind()) {
            case BOOLEAN -> left.isBoolean() && left.equals(right);
            case NUMERIC ->
                left.isNumber()
                        && right.isNumber()
                        && related(comparison.relation(), left.decimalValue().compareTo(right.decimalValue()));
            case STRING -> left.isTextual() && right.isTextual() && texts(comparison.relation(), left, right);
            case TIMESTAMP -> timestamps(comparison.relation(), left, right);
            case IS -> false;
        };
    }

    private static boolean texts(Comparison.Relation relation, JsonNode left, JsonNode right) {
        return relation == Comparison.Relation.MATCHES
                ? pattern(right.textValue()).matcher(left.textValue()).matches()
                : related(relation, left.textValue().compareTo(right.textValue()));
    }

    /// `*` stands for anything, `\*` for itself and `\\` for a backslash.
    private static Pattern pattern(String written) {
        var regex = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '\\' && i + 1 < written.length()) {
                regex.append(Pattern.quote(String.valueOf(written.charAt(++i))));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static boolean timestamps(Comparison.Relation relation, JsonNode left, JsonNode right) {
        var first = timestamp(left);
        var second = timestamp(right);
        return first.isPresent()
                && second.isPresent()
                && related(
                        relation, first.get().toInstant().compareTo(second.get().toInstant()));
    }

    private static Optional<OffsetDateTime> timestamp(JsonNode value) {
        return value.isTextual() ? Timestamps.parse(value.textValue()) : Optional.empty();
    }

    private static boolean related(Comparison.Relation relation, int order) {
        return switch (relation) {
            case EQUALS -> order == 0;
            case LESSTHAN -> order < 0;
            case LESSTHANEQUALS -> order <= 0;
            case GREATERTHAN -> order > 0;
            case GREATERTHANEQUALS -> order >= 0;
            case MATCHES, PRESENT, NULL, STRING, NUMERIC, BOOLEAN, TIMESTAMP -> false;
        };
    }

    private static boolean is(Comparison.Relation relation, Optional<JsonNode> value) {
        return switch (relation) {
            case PRESENT -> value.isPresent();
            case NULL -> value.filter(JsonNode::isNull).isPresent();
            case STRING -> value.filter(JsonNode::isTextual).isPresent();
            case NUMERIC -> value.filter(JsonNode::isNumber).isPresent();
            case BOOLEAN -> value.filter(JsonNode::isBoolean).isPresent();
            case TIMESTAMP -> value.flatMap(ChoiceRules::timestamp).isPresent();
            case EQUALS, LESSTHAN, LESSTHANEQUALS, GREATERTHAN, GREATERTHANEQUALS, MATCHES -> false;
        };
    }
}
