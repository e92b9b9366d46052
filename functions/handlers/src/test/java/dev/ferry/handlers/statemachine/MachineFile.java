package dev.ferry.handlers.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One file of `statemachines/`, for the tests.
record MachineFile(String name, String text, JsonNode root) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");
    private static final String OPEN = "{%";

    /// All files.
    static List<MachineFile> all() {
        Path directory = Path.of(System.getProperty("ferry.root"), "statemachines");
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".asl.json"))
                    .sorted()
                    .map(MachineFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The machine's name, as deployments know it.
    String machine() {
        return name.substring(0, name.indexOf('.'));
    }

    /// Every state, those of maps and branches too.
    List<State> states() {
        List<State> states = new ArrayList<>();
        collect(root, states);
        return List.copyOf(states);
    }

    /// The names in `${...}`.
    List<String> placeholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /// Every JSONata expression, with placeholders replaced by a number.
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        texts(root, expressions);
        return expressions.stream()
                .filter(value -> value.startsWith(OPEN))
                .map(value -> value.substring(OPEN.length(), value.length() - 2).strip())
                .map(value -> PLACEHOLDER.matcher(value).replaceAll((MatchResult found) -> "1"))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static MachineFile read(Path file) {
        try {
            String text = Files.readString(file);
            return new MachineFile(file.getFileName().toString(), text, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<State> states) {
        node.path("States").properties().forEach(entry -> states.add(new State(entry.getKey(), entry.getValue())));
        node.forEach(child -> collect(child, states));
    }

    private static void texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts(child, texts));
    }

    /// One state.
    record State(String name, JsonNode node) {
        boolean is(String type) {
            return node.path("Type").asText().equals(type);
        }
    }
}
