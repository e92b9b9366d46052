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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The truth of an export tree, and the crosswalk files that the client gave with it.
final class Truth {
    private static final Set<String> BATCH_WORLDS = Set.of("BATCH", "BOTH");

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

    /// Conversations with rows in the batch channel.
    List<JsonNode> conversations() {
        return lines("conversations.jsonl").stream().filter(Truth::isInBatch).toList();
    }

    /// Conversations that only the File Exporter or its e-mail files show.
    List<JsonNode> conversationsOfOtherChannels() {
        return lines("conversations.jsonl").stream()
                .filter(conversation -> !isInBatch(conversation))
                .toList();
    }

    /// Customers of the crosswalk or with a customer id, which every batch row has; the others are senders of
    /// e-mails
    /// and users of chats that only the File Exporter shows.
    List<JsonNode> customers() {
        return lines("customers.jsonl").stream()
                .filter(customer -> customer.required("inCrosswalk").asBoolean()
                        || !customer.required("customerIds").isEmpty())
                .toList();
    }

    /// Agents with a rep id; the others are known to the File Exporter alone.
    List<JsonNode> agents() {
        return lines("agents.jsonl").stream()
                .filter(agent -> JsonFile.text(agent, "repId") != null)
                .toList();
    }

    /// The spellings of addresses in the crosswalk; other spellings stand in e-mails of the File Exporter.
    Set<String> crosswalkAddresses() {
        return crosswalk("customers.csv").stream()
                .map(row -> row.getField("email"))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
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

    /// A text as Salesforce keeps it: line ends are LF, halves of surrogate pairs are U+FFFD, and control characters
    /// that XML forbids are gone.
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

    private static boolean isInBatch(JsonNode conversation) {
        return BATCH_WORLDS.contains(JsonFile.required(conversation, "world"));
    }
}
