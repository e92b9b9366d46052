package dev.ferry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a run has moved of people: their names, addresses, numbers and words, as the target holds them.
///
/// @param values long enough to be nobody else's
record PersonalValues(Set<String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 8;
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Contact.jsonl", Set.of("Name", "Email", "Phone", "Emails_Seen__c"),
            "EmailMessage.jsonl", Set.of("TextBody", "ToAddress"),
            "ContentNote.jsonl", Set.of("TextPreview"),
            "Agent_Stats__c.jsonl", Set.of("Agent_Name__c", "Agent_Email__c"));

    /// The values in the dumps of a target, by file name.
    static PersonalValues of(Map<String, String> dumps) {
        Set<String> values = new TreeSet<>();
        FIELDS.forEach((file, fields) -> dumps.getOrDefault(file, "").lines().forEach(line -> {
            JsonNode row = parse(line);
            fields.stream()
                    .map(field -> row.path(field).asText())
                    .filter(value -> value.length() >= SHORTEST)
                    .forEach(values::add);
        }));
        return new PersonalValues(values);
    }

    /// The files below some folders that hold one of the values, with the first one found.
    List<String> foundIn(Path... folders) {
        return Stream.of(folders)
                .flatMap(PersonalValues::files)
                .flatMap(file -> first(read(file)).map(value -> file + ": " + value).stream())
                .toList();
    }

    /// The first of the values that a text holds.
    Optional<String> first(String text) {
        return values.stream()
                .filter(value -> text.contains(value) || text.contains(escaped(value)))
                .findFirst();
    }

    private static String escaped(String value) {
        String quoted = JSON.valueToTree(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
