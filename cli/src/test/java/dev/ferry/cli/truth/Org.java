package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.staging.BodyHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What arrived in the simulated org, from the dump that a demo leaves in its work directory.
final class Org {
    private static final String KEY = "ASAPP_Id__c";

    private final Path work;
    private final Map<String, List<JsonNode>> objects = new HashMap<>();

    Org(Path work) {
        this.work = work;
    }

    List<JsonNode> all(String object) {
        return objects.computeIfAbsent(
                object, name -> JsonFile.lines(work.resolve("target").resolve(name + ".jsonl")));
    }

    /// Records by their key; fails where two records have one.
    Map<String, JsonNode> byKey(String object) {
        return by(object, KEY);
    }

    Map<String, JsonNode> byId(String object) {
        return by(object, "Id");
    }

    /// Records under the parent that a field names.
    Map<String, List<JsonNode>> under(String object, String field) {
        return all(object).stream().collect(Collectors.groupingBy(one -> JsonFile.required(one, field)));
    }

    /// The text of a note, taken out of the HTML that it is kept as.
    String noteText(JsonNode note) {
        try {
            return Files.readString(work.resolve("org/files").resolve(JsonFile.required(note, "Id")))
                    .replaceAll("<br ?/?>", "\n")
                    .replaceAll("</?p>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The SHA-256 of a file's bytes.
    String sha256(JsonNode file) {
        try {
            byte[] bytes = Files.readAllBytes(work.resolve("org/files").resolve(JsonFile.required(file, "Id")));
            return BodyHash.of(bytes).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A moment as the truth spells it.
    static @Nullable String moment(JsonNode one, String field) {
        String text = JsonFile.text(one, field);
        return text == null ? null : text.replace("+0000", "Z");
    }

    /// The parts of a list field, sorted.
    static List<String> list(JsonNode one, String field) {
        String text = JsonFile.text(one, field);
        return text == null
                ? List.of()
                : List.of(text.split("; ")).stream().sorted().toList();
    }

    private Map<String, JsonNode> by(String object, String field) {
        return all(object).stream()
                .collect(Collectors.toMap(one -> JsonFile.required(one, field), Function.identity()));
    }
}
