package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the text of a definition and checks all of it.
///
/// *Errors*: [InvalidDefinitionException] with every diagnostic found. *Threading*: one reader per text; not
/// shared.
public final class DefinitionReader {

    private static final Set<String> MACHINE_FIELDS =
            Set.of("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");
    private static final Set<String> PROCESSOR_FIELDS =
            Set.of("Comment", "StartAt", "States", "ProcessorConfig", "QueryLanguage");

    private final Findings findings = new Findings();
    private final StateReader states;

    private DefinitionReader(boolean express) {
        this.states = new StateReader(this, findings, express);
    }

    /// Reads a definition.
    ///
    /// @param express whether the machine is to be of the type EXPRESS, which allows less
    public static Definition read(String text, boolean express) throws InvalidDefinitionException {
        var reader = new DefinitionReader(express);
        var root = reader.parse(text);
        var definition = reader.definition(root);
        reader.findings.throwIfAny();
        return definition;
    }

    private ObjectNode parse(String text) throws InvalidDefinitionException {
        try {
            if (Json.parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new InvalidDefinitionException(
                    List.of(new Diagnostic("INVALID_JSON_DESCRIPTION", e.getOriginalMessage(), "")));
        }
        throw new InvalidDefinitionException(List.of(Diagnostic.schema("A definition is a JSON object", "/")));
    }

    private Definition definition(ObjectNode root) {
        var missing =
                Stream.of("States", "StartAt").filter(field -> !root.has(field)).toList();
        if (!missing.isEmpty()) {
            findings.schema("These fields are required: " + missing, "/");
            return new Definition(new Graph("", Map.of()), null);
        }
        findings.onlyKnown(root, MACHINE_FIELDS, "");
        var language = language(root, QueryLanguage.JSONPATH, "");
        findings.machineLanguage(language);
        var graph = graph(root, language, "");
        var timeout = root.get("TimeoutSeconds");
        if (timeout != null && !timeout.isIntegralNumber()) {
            findings.schema("Expected value of type Integer", "/TimeoutSeconds");
        }
        return new Definition(graph, timeout == null ? null : timeout.asLong());
    }

    /// The graph of a branch.
    Graph branch(JsonNode node, QueryLanguage language, String location) {
        if (!(node instanceof ObjectNode object)) {
            findings.schema("Expected value of type Object", location);
            return new Graph("", new LinkedHashMap<>());
        }
        findings.onlyKnown(object, PROCESSOR_FIELDS, location);
        return graph(object, language(object, language, location), location);
    }

    private QueryLanguage language(ObjectNode node, QueryLanguage inherited, String location) {
        return findings.language(node, inherited, location);
    }

    private Graph graph(ObjectNode node, QueryLanguage language, String location) {
        var startAt = findings.requiredText(node, "StartAt", location);
        var read = new LinkedHashMap<String, State>();
        if (!(node.get("States") instanceof ObjectNode written)) {
            findings.missing("States", location);
            return new Graph(startAt, read);
        }
        if (written.isEmpty()) {
            findings.schema("Value cannot be empty", location + "/States");
        }
        written.properties().forEach(entry -> {
            var at = location + "/States/" + entry.getKey();
            findings.stateName(entry.getKey(), at);
            states.read(entry.getKey(), entry.getValue(), language, at).ifPresent(s -> read.put(entry.getKey(), s));
        });
        new Transitions(findings, written).check(startAt, location);
        return new Graph(startAt, read);
    }
}
