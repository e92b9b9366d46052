package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The diagnostics gathered while a definition is read, and the checks that every part of the reading needs.
final class Findings {

    private static final int LONGEST_NAME = 80;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private QueryLanguage ofMachine = QueryLanguage.JSONPATH;

    /// Remembers the language of the whole machine, from which states may turn to JSONata but not away from it.
    void machineLanguage(QueryLanguage language) {
        ofMachine = language;
    }

    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    void schema(String message, String location) {
        add(Diagnostic.schema(message, location));
    }

    void missing(String field, String location) {
        schema("The field '%s' is required but was missing".formatted(field), location.isEmpty() ? "/" : location);
    }

    void throwIfAny() throws InvalidDefinitionException {
        if (!found.isEmpty()) {
            throw new InvalidDefinitionException(found);
        }
    }

    void onlyKnown(ObjectNode node, Set<String> known, String location) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                schema("Field is not supported", location + "/" + field);
            }
        });
    }

    void stateName(String name, String location) {
        if (name.length() > LONGEST_NAME) {
            schema("A state name has at most 80 characters", location);
        }
        if (!names.add(name)) {
            add(new Diagnostic("DUPLICATE_STATE_NAME", "Duplicate state name: " + name, location));
        }
    }

    QueryLanguage language(ObjectNode node, QueryLanguage inherited, String location) {
        var written = node.get("QueryLanguage");
        if (written == null) {
            return inherited;
        }
        var name = written.asText();
        if (!name.equals("JSONata") && !name.equals("JSONPath")) {
            schema(
                    "The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata]",
                    location + "/QueryLanguage");
        } else if (ofMachine == QueryLanguage.JSONATA && name.equals("JSONPath")) {
            schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", location);
        }
        return QueryLanguage.named(name);
    }

    String requiredText(ObjectNode node, String field, String location) {
        var value = node.get(field);
        if (value == null) {
            missing(field, location);
            return "";
        }
        if (!value.isTextual()) {
            schema("Expected value of type String", location + "/" + field);
            return "";
        }
        return value.textValue();
    }

    /// The elements of an array that must have some.
    List<JsonNode> filledArray(ObjectNode node, String field, String location) {
        var value = node.get(field);
        if (value == null) {
            missing(field, location);
            return List.of();
        }
        if (!value.isArray()) {
            schema("Expected value of type Array", location + "/" + field);
            return List.of();
        }
        if (value.isEmpty()) {
            schema("Value cannot be empty", location + "/" + field);
        }
        var elements = new ArrayList<JsonNode>();
        value.forEach(elements::add);
        return List.copyOf(elements);
    }

    List<String> texts(ObjectNode node, String field, String location) {
        return filledArray(node, field, location).stream().map(JsonNode::asText).toList();
    }
}
