package dev.ferry.local.stepfunctions.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evaluates JSONata expressions and templates that contain them.
///
/// *Errors*: [QueryException] with AWS's wording; an expression that yields nothing is one. *Threading*: safe for
/// concurrent use; every evaluation compiles its own expression.
public final class JsonataEvaluator {

    private final ServiceFunctions functions;

    /// An evaluator that draws from the given source of chance.
    public JsonataEvaluator(Chance chance) {
        this.functions = new ServiceFunctions(chance);
    }

    /// Why the expression cannot be compiled or is not offered; empty when it is fine.
    public static Optional<String> refusal(String expression) {
        var unsupported = ExpressionText.unsupported(expression);
        if (unsupported.isPresent()) {
            return unsupported.map(what -> "JSONata " + what + " is not supported");
        }
        try {
            var compiled = Jsonata.jsonata(expression);
            return compiled == null ? Optional.of("Empty expression") : Optional.empty();
        } catch (JException e) {
            return Optional.of(wording(e));
        }
    }

    /// A field of a state: every expression string in it is replaced by what it yields.
    ///
    /// @param field the field's name, as error messages show it
    public JsonNode template(JsonNode template, String field, Visible visible) {
        return switch (template.getNodeType()) {
            case OBJECT -> {
                var object = JsonNodeFactory.instance.objectNode();
                template.properties()
                        .forEach(entry -> object.set(
                                entry.getKey(), template(entry.getValue(), field + "/" + entry.getKey(), visible)));
                yield object;
            }
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode(template.size());
                for (int i = 0; i < template.size(); i++) {
                    array.add(template(template.get(i), field + "[" + i + "]", visible));
                }
                yield array;
            }
            case STRING ->
                ExpressionText.isExpression(template.textValue())
                        ? evaluate(ExpressionText.inside(template.textValue()), field, visible)
                        : template;
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> template;
        };
    }

    private JsonNode evaluate(String expression, String field, Visible visible) {
        var value = run(expression, field, visible);
        if (value == null) {
            throw QueryException.jsonata(
                    field,
                    "The JSONata expression '%s' specified for the field '%s' returned nothing (undefined)."
                            .formatted(expression, field));
        }
        return JsonataValues.toJson(value)
                .orElseThrow(() -> QueryException.jsonata(
                        field,
                        "The JSONata expression '%s' specified for the field '%s' returned a function, which is not JSON."
                                .formatted(expression, field)));
    }

    private @Nullable Object run(String expression, String field, Visible visible) {
        try {
            var compiled = Jsonata.jsonata(expression);
            compiled.setOutputConvertNulls(false);
            var frame = compiled.createFrame();
            functions.bindTo(frame);
            visible.variables().forEach((name, value) -> frame.bind(name, JsonataValues.toJava(value)));
            frame.bind("states", states(visible));
            return compiled.evaluate(null, frame);
        } catch (JException e) {
            throw failed(expression, field, wording(e));
        } catch (StackOverflowError e) {
            throw failed(expression, field, "Stack overflow error: Check for non-terminating recursive function.");
        } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            // The library lets these out for some arguments of the wrong type.
            throw failed(expression, field, "T0410: An argument does not match function signature");
        }
    }

    private static QueryException failed(String expression, String field, String why) {
        return QueryException.jsonata(
                field,
                "The JSONata expression '%s' specified for the field '%s' threw an error during evaluation. %s"
                        .formatted(expression, field, why));
    }

    private static Object states(Visible visible) {
        var states = new LinkedHashMap<String, Object>();
        states.put("input", JsonataValues.toJava(visible.input()));
        states.put("context", JsonataValues.toJava(visible.context()));
        var result = visible.result();
        if (result != null) {
            states.put("result", JsonataValues.toJava(result));
        }
        var errorOutput = visible.errorOutput();
        if (errorOutput != null) {
            states.put("errorOutput", JsonataValues.toJava(errorOutput));
        }
        return states;
    }

    /// The library words argument errors in its own way; the service shows the texts of the reference
    /// implementation.
    private static String wording(JException e) {
        var text = String.valueOf(e.getMessage())
                .replace(" of Object ", " of function ")
                .replace("does not match Object signature", "does not match function signature")
                .replaceAll("Argument \"(\\d+)\"", "Argument $1");
        var code = e.getError();
        return code != null && code.matches("[A-Z]\\d{4}") ? code + ": " + text : text;
    }
}
