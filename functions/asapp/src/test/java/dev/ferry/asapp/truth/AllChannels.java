package dev.ferry.asapp.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.configuration.ConfigurationCall;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.crosswalk.CrosswalkKind;
import dev.ferry.asapp.events.EventLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Delivers the channels of a sample tree to a migration in memory.
final class AllChannels {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<ConfigurationCall, String> CONFIGURATION = Map.of(
            ConfigurationCall.STRUCTURED_DATA_FIELDS, "structured-data-fields.json",
            ConfigurationCall.SEGMENTS, "segments.json",
            ConfigurationCall.REDACTION_ENTITIES, "redaction-entities.json",
            ConfigurationCall.CUSTOM_VOCABULARIES, "custom-vocabularies.json");

    private final Path tree;
    private final InMemoryMigration migration;

    /// The channels of a tree, of which nothing is read yet.
    AllChannels(Path tree) {
        this(tree, "none");
    }

    private AllChannels(Path tree, String company) {
        this.tree = tree;
        this.migration = new InMemoryMigration(new LocalDirectorySource(tree), FragmentSettings.of(company));
    }

    /// The channels of a tree, looked at when its truth says.
    static AllChannels of(Path tree, Truth truth) {
        AllChannels channels = new AllChannels(tree, truth.company());
        channels.migration.lookAt(
                Instant.parse(truth.summary().get("referenceClock").asText()));
        return channels;
    }

    InMemoryMigration migration() {
        return migration;
    }

    /// Batch feeds, crosswalk files, File Exporter, events and configuration: all but the Conversations API.
    void deliverFeeds() {
        migration.extract("batch/");
        migration.crosswalk(CrosswalkKind.CUSTOMERS, "crosswalk/customers.csv");
        migration.crosswalk(CrosswalkKind.AGENTS, "crosswalk/agents.csv");
        migration.fileExporter("fileexporter/");
        for (String journal : List.of("events/activity.jsonl", "events/journey.jsonl", "events/queue.jsonl")) {
            migration.events(journal, lines(journal));
        }
        configuration();
    }

    /// Answers of the Conversations API.
    ///
    /// @param wanted which conversations are asked for, by their ids
    void deliverAnswers(Predicate<String> wanted) {
        for (byte[] line : lines("api/conversations.jsonl")) {
            JsonNode answer = parse(line);
            JsonNode conversation = answer.get("conversation");
            if (wanted.test(conversation.get("id").asText())) {
                migration.tallies.add(migration.conversationAnswers().conversation(conversation));
                JsonNode items = JsonNodeFactory.instance.objectNode().set("items", answer.get("messages"));
                migration.tallies.add(migration
                        .conversationAnswers()
                        .messages(conversation.get("id").asText(), items));
            }
        }
    }

    private void configuration() {
        StageConfiguration stage = migration.configuration();
        CONFIGURATION.forEach((call, file) -> migration.tallies.add(stage.stage(call, List.of(read(file)))));
        JsonNode responses = read("canned-responses.json");
        for (ConfigurationCall call : List.of(ConfigurationCall.CANNED_RESPONSES, ConfigurationCall.CANNED_FOLDERS)) {
            migration.tallies.add(stage.stage(call, List.of(responses.get("globals"))));
        }
        responses
                .path("customs")
                .properties()
                .forEach(agent -> migration.tallies.add(stage.customResponses(
                        agent.getKey(),
                        List.of(JsonNodeFactory.instance.objectNode().set("responsesList", agent.getValue())))));
    }

    private JsonNode read(String file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(tree.resolve("config").resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As files of stored events are read.
    private List<byte[]> lines(String file) {
        LocalDirectorySource source = new LocalDirectorySource(tree);
        try (EventLines lines =
                EventLines.open(source, source.list(file).findFirst().orElseThrow())) {
            List<byte[]> all = new ArrayList<>();
            lines.forEach(all::add);
            return all;
        }
    }

    private static JsonNode parse(byte[] line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
