package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares an answer with a recorded one in which `<any:NAME>` stands for anything.
final class Wildcards {

    private static final Pattern ANY = Pattern.compile("<any:[^>]*>");

    /// Members that AWS came to add to its answers between one recording and the next.
    private static final Set<String> LATER_ADDITIONS = Set.of(
            "encryptionConfiguration", "variableReferences", "failuresNotRedrivable", "pendingRedrive", "redriveCount");

    private final Set<String> optionalKeys;
    private final List<String> differences = new ArrayList<>();

    Wildcards(Set<String> optionalKeys) {
        this.optionalKeys = optionalKeys;
    }

    List<String> differences() {
        return differences;
    }

    void compare(String at, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && ANY.matcher(expected.textValue()).matches()) {
            return;
        }
        if (expected.isTextual() && actual.isTextual()) {
            if (!pattern(expected.textValue()).matcher(actual.textValue()).matches()) {
                differ(at, expected, actual);
            }
        } else if (expected.isNumber() && actual.isNumber()) {
            if (expected.decimalValue().compareTo(actual.decimalValue()) != 0) {
                differ(at, expected, actual);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (expected instanceof ObjectNode left && actual instanceof ObjectNode right) {
            objects(at, left, right);
        } else if (!expected.equals(actual)) {
            differ(at, expected, actual);
        }
    }

    private void objects(String at, ObjectNode expected, ObjectNode actual) {
        expected.properties().forEach(entry -> {
            var value = actual.get(entry.getKey());
            if (optionalKeys.contains(entry.getKey())) {
                return;
            }
            if (value == null) {
                differences.add("%s/%s is missing, expected %s".formatted(at, entry.getKey(), entry.getValue()));
            } else {
                compare(at + "/" + entry.getKey(), entry.getValue(), value);
            }
        });
        actual.properties().forEach(entry -> {
            boolean later = LATER_ADDITIONS.contains(entry.getKey());
            if (!expected.has(entry.getKey()) && !later && !optionalKeys.contains(entry.getKey())) {
                differences.add("%s/%s was not expected: %s".formatted(at, entry.getKey(), entry.getValue()));
            }
        });
    }

    private void differ(String at, JsonNode expected, JsonNode actual) {
        differences.add("%s: expected %s but was %s".formatted(at, expected, actual));
    }

    static Pattern pattern(String text) {
        var regex = new StringBuilder();
        int from = 0;
        var matcher = ANY.matcher(text);
        while (matcher.find()) {
            regex.append(Pattern.quote(text.substring(from, matcher.start()))).append(".*");
            from = matcher.end();
        }
        return Pattern.compile(regex + Pattern.quote(text.substring(from)), Pattern.DOTALL);
    }
}
