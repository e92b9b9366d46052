package dev.ferry.infra.machines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.infra.settings.Description;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One file of `statemachines/`.
///
/// @param name of the machine
public record MachineFile(String name, Path file, String text, JsonNode root) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");
    private static final String TOKEN = ".waitForTaskToken";

    /// Reads a file.
    public static MachineFile read(Path file) {
        try {
            String text = Files.readString(file);
            return new MachineFile(Description.machine(file), file, text, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /// The names in `${...}`.
    public SortedSet<String> placeholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every state, those of maps and branches too.
    public List<JsonNode> states() {
        List<JsonNode> states = new ArrayList<>();
        collect(root, states);
        return List.copyOf(states);
    }

    /// Whether a state waits for somebody who has its token.
    public boolean waitsForTokens() {
        return states().stream()
                .anyMatch(state -> state.path("Resource").asText().endsWith(TOKEN));
    }

    /// Refuses a file that no role could be made for.
    ///
    /// *Errors*: `IllegalArgumentException` that names the file and what it uses.
    public void check() {
        MachineNeeds.of(this);
    }

    /// The one placeholder that a value consists of, for example `OpenGateArn` of `${OpenGateArn}`.
    ///
    /// *Errors*: `IllegalArgumentException` for any other value: what a machine may do must be known before it
    /// runs.
    String placeholder(JsonNode state, String pointer) {
        Matcher value = PLACEHOLDER.matcher(state.at(pointer).asText());
        if (!value.matches()) {
            throw new IllegalArgumentException(
                    "%s.asl.json: %s of a state is '%s'; it must be one placeholder, so that a role can name it"
                            .formatted(name, pointer, state.at(pointer).asText()));
        }
        return value.group(1);
    }

    /// The one placeholder that stands in an expression.
    ///
    /// *Errors*: as [#placeholder].
    String placeholderIn(JsonNode state, String pointer) {
        String value = state.at(pointer).asText();
        List<String> found = PLACEHOLDER
                .matcher(value)
                .results()
                .map(match -> match.group(1))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "%s.asl.json: %s of a state is '%s'; there must be one placeholder in it, so that a role can name it"
                            .formatted(name, pointer, value));
        }
        return found.getFirst();
    }

    private static void collect(JsonNode node, List<JsonNode> states) {
        node.path("States").forEach(states::add);
        node.forEach(child -> collect(child, states));
    }
}
