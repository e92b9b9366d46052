package dev.ferry.core.mapping.document;

import dev.ferry.core.mapping.MappingProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML 1.2 with line numbers. Keys are texts, a key may stand once, aliases may not be circular.
public final class YamlReader {
    private static final int GREATEST_DEPTH = 50;

    private final List<MappingProblem> problems = new ArrayList<>();
    private final Scalars scalars = new Scalars();

    private YamlReader() {}

    /// The document of a text, with problems instead of exceptions.
    public static YamlReading read(String text) {
        return new YamlReader().document(text);
    }

    private YamlReading document(String text) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isPresent() && node(root.get(), 0) instanceof YamlNode.Mapping mapping) {
                return problems.isEmpty() ? new YamlReading.Read(mapping) : new YamlReading.Unreadable(problems);
            }
            problem(1, "the file is not a YAML mapping");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            problem(line, "the file is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problem(0, "the file is not YAML: " + e.getMessage());
        }
        return new YamlReading.Unreadable(problems);
    }

    private YamlNode node(Node node, int depth) {
        int line = line(node);
        if (depth > GREATEST_DEPTH) {
            problem(line, "nested more than " + GREATEST_DEPTH + " levels deep");
            return new YamlNode.Scalar(null, line);
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, depth);
            case SequenceNode sequence ->
                new YamlNode.Sequence(
                        sequence.getValue().stream()
                                .map(item -> node(item, depth + 1))
                                .toList(),
                        line);
            default -> new YamlNode.Scalar(scalars.value(node), line);
        };
    }

    private YamlNode mapping(MappingNode node, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> keyLines = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(line, "a key must be a text");
            } else if (entries.containsKey(key.getValue())) {
                problem(line, "the key " + key.getValue() + " stands twice");
            } else {
                entries.put(key.getValue(), node(tuple.getValueNode(), depth + 1));
                keyLines.put(key.getValue(), line);
            }
        }
        return new YamlNode.Mapping(entries, keyLines, line(node));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private void problem(int line, String message) {
        problems.add(new MappingProblem(line, "", message, ""));
    }

    /// Scalars by the rules of YAML's JSON schema.
    private static final class Scalars extends StandardConstructor {
        Scalars() {
            super(LoadSettings.builder().build());
        }

        @org.jspecify.annotations.Nullable
        Object value(Node node) {
            ConstructNode constructor = findConstructorFor(node).orElseThrow();
            return constructor.construct(node);
        }
    }
}
