package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.Condition;
import dev.ferry.core.mapping.convert.SourcePath;
import dev.ferry.core.mapping.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compiles the conditions of a phase.
record ConditionCompiler(PathCompiler paths) {
    private static final List<String> TESTS = List.of("in", "notIn", "present", "longerThan");

    /// The conditions under `select` or `where`.
    List<Condition> compile(Place phase, String key) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode item : phase.node().items(key)) {
            if (item instanceof YamlNode.Mapping node) {
                one(new Place(node, phase.path() + "." + key, phase.problems())).ifPresent(conditions::add);
            }
        }
        return List.copyOf(conditions);
    }

    private Optional<Condition> one(Place place) {
        YamlNode.Mapping node = place.node();
        List<String> tests = TESTS.stream().filter(node::has).toList();
        if (node.has("jsonata") && !node.has("path") && tests.isEmpty()) {
            return FieldCompiler.expression(place, "jsonata")
                    .map(expression -> new Condition.True(expression, reason(node, "where " + node.text("jsonata"))));
        }
        if (!node.has("path") || tests.size() != 1) {
            place.report("path", "no condition", "give path with one of " + String.join(", ", TESTS) + ", or jsonata");
            return Optional.empty();
        }
        return paths.compile(place, "path").map(typed -> condition(node, typed.path(), tests.getFirst()));
    }

    private static Condition condition(YamlNode.Mapping node, SourcePath path, String test) {
        String reason = reason(node, "where " + path.text() + " " + test + " " + node.value(test));
        return switch (test) {
            case "present" -> new Condition.Present(path, Boolean.TRUE.equals(node.value(test)), reason);
            case "longerThan" -> new Condition.LongerThan(path, Integer.parseInt(node.text(test)), reason);
            default -> new Condition.OneOf(path, values(node, test), test.equals("in"), reason);
        };
    }

    private static Set<String> values(YamlNode.Mapping node, String test) {
        return node.items(test).stream()
                .map(item -> String.valueOf(item.plain()))
                .collect(Collectors.toSet());
    }

    private static String reason(YamlNode.Mapping node, String otherwise) {
        return node.has("reason") ? node.text("reason") : otherwise;
    }
}
