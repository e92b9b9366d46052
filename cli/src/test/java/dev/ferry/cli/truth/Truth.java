package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The truth of an export tree, and the crosswalk files that the client gave with it.
final class Truth {
    private final Path tree;

    Truth(Path tree) {
        this.tree = tree;
    }

    /// The tenant.
    String company() {
        try {
            return JsonFile.required(JsonFile.parse(Files.readString(tree.resolve("truth/summary.json"))), "company");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> lines(String name) {
        return JsonFile.lines(tree.resolve("truth").resolve(name));
    }

    /// Conversations of all channels.
    List<JsonNode> conversations() {
        return lines("conversations.jsonl");
    }

    /// Why something of a conversation is missing, by its id.
    Map<String, String> incomplete() {
        Map<String, String> reasons = new HashMap<>();
        lines("incomplete.jsonl")
                .forEach(one -> reasons.put(JsonFile.required(one, "conversation"), JsonFile.required(one, "reason")));
        return reasons;
    }

    /// The people of all channels.
    List<JsonNode> customers() {
        return lines("customers.jsonl");
    }

    /// The agents of all channels.
    List<JsonNode> agents() {
        return lines("agents.jsonl");
    }

    /// Names of agents in the crosswalk by rep id, as `Given Family`.
    Map<String, String> crosswalkNames() {
        Map<String, String> names = new HashMap<>();
        crosswalk("agents.csv").forEach(row -> {
            String name = row.getField("name");
            int comma = name.indexOf(',');
            names.put(
                    row.getField("rep_id"),
                    comma < 0
                            ? name.strip()
                            : name.substring(comma + 1).strip()
                                    + ' '
                                    + name.substring(0, comma).strip());
        });
        return names;
    }

    /// Addresses of active agents, in lower case: the simulated org has these users.
    Set<String> addressesOfUsers() {
        return crosswalk("agents.csv").stream()
                .filter(row -> row.getField("active").equals("true")
                        && !row.getField("email").isEmpty())
                .map(row -> row.getField("email").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /// A text as Salesforce keeps it: line ends are LF, halves of surrogate pairs are U+FFFD, and control
    /// characters that XML forbids are gone.
    static @Nullable String kept(@Nullable String text) {
        return text == null
                ? null
                : text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .codePoints()
                        .filter(c -> c >= ' ' || c == '\t' || c == '\n')
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private List<NamedCsvRecord> crosswalk(String name) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(tree.resolve("crosswalk").resolve(name))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
