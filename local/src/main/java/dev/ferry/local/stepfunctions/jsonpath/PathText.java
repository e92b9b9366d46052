package dev.ferry.local.stepfunctions.jsonpath;

import java.util.regex.Pattern;

/// A path split into where it starts and the way from there.
///
/// @param variable the variable's name, empty unless the root is one
/// @param path the way, always beginning with `$`
record PathText(Root root, String variable, String path) {

    private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)(.*)", Pattern.DOTALL);

    enum Root {
        INPUT,
        CONTEXT,
        VARIABLE
    }

    static PathText of(String text) {
        if (text.startsWith("$$")) {
            return new PathText(Root.CONTEXT, "", text.substring(1));
        }
        var variable = VARIABLE.matcher(text);
        return variable.matches()
                ? new PathText(Root.VARIABLE, variable.group(1), "$" + variable.group(2))
                : new PathText(Root.INPUT, "", text);
    }
}
