package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.jsonata.ExpressionText;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which variables each state of a definition reads, as DescribeStateMachine tells it.
public final class VariableReferences {

    private static final Set<String> INNER = Set.of("Branches", "ItemProcessor", "Iterator");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![$\\w])\\$([\\p{L}_][\\p{L}\\p{N}_]*)(?!\\s*\\()");

    private final TreeMap<String, TreeSet<String>> byState = new TreeMap<>();

    private VariableReferences() {}

    /// The names of the variables by the names of the states; states that read none are left out.
    ///
    /// @param definition the text of a definition that was read without complaint
    public static ObjectNode of(String definition) {
        var references = new VariableReferences();
        references.graph(Json.parseOwn(definition));
        var shown = Json.object();
        references.byState.forEach((state, names) -> {
            if (!names.isEmpty()) {
                var list = shown.putArray(state);
                names.forEach(list::add);
            }
        });
        return shown;
    }

    private void graph(JsonNode graph) {
        graph.path("States").properties().forEach(entry -> {
            var names = byState.computeIfAbsent(entry.getKey(), ignored -> new TreeSet<>());
            entry.getValue().properties().forEach(field -> {
                if (INNER.contains(field.getKey())) {
                    inner(field.getValue());
                } else {
                    field(field.getKey(), field.getValue(), names);
                }
            });
        });
    }

    private void inner(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::graph);
        } else {
            graph(node);
        }
    }

    private static void field(String key, JsonNode value, Set<String> names) {
        if (value.isObject()) {
            value.properties().forEach(entry -> field(entry.getKey(), entry.getValue(), names));
        }
        if (value.isArray()) {
            value.forEach(element -> field("", element, names));
        }
        if (value.isTextual()) {
            var text = value.textValue();
            boolean path = key.endsWith(".$") || key.endsWith("Path") || key.equals("Variable");
            if (path || ExpressionText.isExpression(text)) {
                var matcher = NAME.matcher(QUOTED.matcher(text).replaceAll("''"));
                while (matcher.find()) {
                    if (!matcher.group(1).equals("states")) {
                        names.add(matcher.group(1));
                    }
                }
            }
        }
    }
}
