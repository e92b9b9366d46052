package dev.ferry.core.mapping.trial;

import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.target.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a test expects of one result: a `record`, a `filtered` or a `quarantined`, each with the parts that matter.
///
/// *Shape*: `{record: {key, lockGroup, fields: {name: value}, absent: [name]}, adjusted: ['field RULE']}`,
/// `{filtered: {key, reason}}`, `{quarantined: {key, field, reason}}`. Parts that are left out are not compared,
/// except `adjusted`, which is complete when it is there.
public record Expectation(YamlNode.Mapping node) {

    /// Where the result differs, one sentence each.
    public List<String> differences(Mapped result) {
        List<String> differences = new ArrayList<>();
        switch (result) {
            case Mapped.Record made -> record(made, differences);
            case Mapped.Filtered filtered ->
                compare("filtered", Map.of("key", filtered.key().value(), "reason", filtered.reason()), differences);
            case Mapped.Quarantined held ->
                compare(
                        "quarantined",
                        Map.of("key", held.key().value(), "field", held.field(), "reason", held.reason()),
                        differences);
        }
        return List.copyOf(differences);
    }

    private void record(Mapped.Record made, List<String> differences) {
        String lockGroup = made.record().lockGroup();
        compare("record", Map.of("key", made.key().value(), "lockGroup", lockGroup), differences);
        YamlNode.Mapping expected = node.mapping("record");
        Map<String, FieldValue> fields = made.record().fields();
        expected.mapping("fields").entries().forEach((name, value) -> {
            FieldValue actual = fields.get(name);
            String is = actual == null ? "nothing" : RenderedValue.of(actual);
            equal(name, RenderedValue.expected(value.plain()), is, differences);
        });
        for (YamlNode absent : expected.items("absent")) {
            if (fields.containsKey(String.valueOf(absent.plain()))) {
                differences.add(absent.plain() + " should be absent");
            }
        }
        adjustments(made, differences);
    }

    private void adjustments(Mapped.Record made, List<String> differences) {
        if (node.has("adjusted")) {
            TreeSet<String> expected = new TreeSet<>();
            node.items("adjusted").forEach(item -> expected.add(String.valueOf(item.plain())));
            TreeSet<String> actual = new TreeSet<>();
            made.adjustments().forEach(it -> actual.add(it.field() + " " + it.rule()));
            equal("adjusted", expected.toString(), actual.toString(), differences);
        }
    }

    private void compare(String kind, Map<String, String> actual, List<String> differences) {
        if (!node.has(kind)) {
            differences.add("came out as " + kind + " " + actual);
            return;
        }
        actual.forEach((part, value) -> {
            if (node.mapping(kind).has(part)) {
                equal(part, node.mapping(kind).text(part), value, differences);
            }
        });
    }

    private static void equal(String what, String expected, String actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + " should be " + expected + " and is " + actual);
        }
    }
}
