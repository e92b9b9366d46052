package dev.ferry.local.lambda;

import java.util.regex.Pattern;

/// The name of a function in any of the spellings that Lambda takes: `name`, `name:qualifier`, an account with
/// `function:name`, or an ARN, with or without qualifier. There is one version here, so the qualifier is dropped.
record FunctionReference(String name) {

    private static final Pattern SPELLING = Pattern.compile(
            "(?:(?:arn:[a-z-]+:lambda:[a-z0-9-]+:)?\\d{12}:function:)?([a-zA-Z0-9-_]+)(?::[$a-zA-Z0-9-_]+)?");

    /// Reads a spelling; what is none becomes a name that no function has.
    static FunctionReference parse(String text) {
        var matcher = SPELLING.matcher(text);
        return new FunctionReference(matcher.matches() ? matcher.group(1) : text);
    }
}
