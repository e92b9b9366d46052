package dev.ferry.local.stepfunctions.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an expression can see: the state's input, the context object, the variables in scope, and, where there is
/// one, the result or the error output.
public record Visible(
        JsonNode input,
        JsonNode context,
        Map<String, JsonNode> variables,
        @Nullable JsonNode result,
        @Nullable JsonNode errorOutput) {

    /// Keeps the variables as they are now.
    public Visible {
        variables = Map.copyOf(variables);
    }

    /// Without result and error output.
    public static Visible of(JsonNode input, JsonNode context, Map<String, JsonNode> variables) {
        return new Visible(input, context, variables, null, null);
    }

    /// The same with a result.
    public Visible withResult(JsonNode newResult) {
        return new Visible(input, context, variables, newResult, null);
    }

    /// The same with an error output.
    public Visible withErrorOutput(JsonNode newErrorOutput) {
        return new Visible(input, context, variables, null, newErrorOutput);
    }

    /// The same with another input.
    public Visible withInput(JsonNode newInput) {
        return new Visible(newInput, context, variables, result, errorOutput);
    }
}
