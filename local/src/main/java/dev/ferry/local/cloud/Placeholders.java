package dev.ferry.local.cloud;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values that stand behind `${Name}` in state machines and environment variables, where AWS would have
/// CloudFormation fill them in.
///
/// @param values by name, without the braces
public record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /// Fills in every placeholder of a text.
    ///
    /// @param where what the text is, for the message
    ///
    /// *Errors*: `IllegalArgumentException` that names every placeholder without a value.
    public String substitute(String text, String where) {
        var unknown = new TreeSet<String>();
        var filled = PLACEHOLDER.matcher(text).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                unknown.add(match.group());
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("%s uses %s, which nothing in the deployment is named"
                    .formatted(where, String.join(", ", unknown)));
        }
        return filled;
    }
}
