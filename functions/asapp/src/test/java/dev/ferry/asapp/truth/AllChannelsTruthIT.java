package dev.ferry.asapp.truth;

import static dev.ferry.asapp.truth.Truth.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.StructuredValueType;
import dev.ferry.core.staging.Quarantined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Delivers all channels of the sample tree and compares with its independent truth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllChannelsTruthIT {
    private Truth truth = new Truth(Path.of("."));
    private Map<String, JsonNode> conversations = Map.of();
    private Map<String, JsonNode> configuration = Map.of();
    private AllChannels channels = new AllChannels(Path.of("."));

    @BeforeAll
    void migrate() {
        Path tree = Path.of(System.getProperty("ferry.root", "."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "the sample export is not here");
        truth = new Truth(tree);
        channels = AllChannels.of(tree, truth);
        channels.deliverFeeds();
        channels.deliverAnswers(_ -> true);
        migration().assemble();
        conversations = migration().records(EntityKind.CONVERSATION);
        configuration = migration().records(EntityKind.CONFIGURATION);
    }

    @Test
    void findsExactlyTheConversationsOfTheTruth() {
        assertThat(conversations.keySet())
                .containsExactlyInAnyOrderElementsOf(truth.lines("conversations.jsonl").stream()
                        .map(conversation -> conversation.get("id").asText())
                        .toList());
    }

    @Test
    void conversationsAreAsTheTruthSays() {
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode expected : truth.lines("conversations.jsonl")) {
            JsonNode actual = find(conversations, expected.get("id").asText());
            softly.assertThat(WholeView.actual(actual))
                    .as(expected.get("id").asText())
                    .isEqualTo(WholeView.expected(expected));
        }
        softly.assertAll();
    }

    @Test
    void intentPathsAreAsFarAsFeedsTell() {
        for (JsonNode expected : truth.lines("conversations.jsonl")) {
            JsonNode path = expected.path("intent").path("path");
            JsonNode actual = find(conversations, expected.get("id").asText())
                    .path("intent")
                    .path("path");
            if ("FX".equals(text(expected, "world")) && path.size() > 1) {
                // The feeds of AI Services name the first and the overall intent only.
                assertThat(actual.get(0)).isEqualTo(path.get(0));
                assertThat(actual.get(actual.size() - 1)).isEqualTo(path.get(path.size() - 1));
            } else {
                assertThat(actual).as(expected.get("id").asText()).isEqualTo(path);
            }
        }
    }

    @Test
    void structuredValuesHaveTheTypesThatTheObservedValuesSupport() {
        Map<String, JsonNode> fields = fields();
        for (JsonNode expected : truth.lines("conversations.jsonl")) {
            for (JsonNode value : expected.path("structuredData")) {
                JsonNode field = find(fields, value.get("fieldId").asText());
                assertThat(text(field, "inferredType")).isEqualTo(text(value, "type"));
                assertThat(typed(field, value).toString())
                        .isEqualTo(
                                value.get("typedValue").isTextual()
                                        ? value.get("typedValue").asText()
                                        : value.get("typedValue")
                                                .toString()
                                                .replace("\"", "")
                                                .replace(",", ", "));
            }
        }
    }

    @Test
    void fieldsAreThoseOfTheConfigurationAndOfValues() {
        Map<String, JsonNode> fields = fields();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode expected : truth.lines("structured_fields.jsonl")) {
            JsonNode actual = find(fields, expected.get("fieldId").asText());
            for (Map.Entry<String, String> field : Map.of(
                            "name", "name",
                            "configType", "type",
                            "categoryId", "categoryId",
                            "active", "active",
                            "observedOnly", "observedOnly",
                            "inferredType", "inferredType",
                            "values", "values",
                            "distinctValues", "distinctValues")
                    .entrySet()) {
                softly.assertThat(text(actual, field.getValue()))
                        .as(expected.get("fieldId") + " " + field.getKey())
                        .isEqualTo(text(expected, field.getKey()));
            }
            softly.assertThat(actual.path("segmentIds"))
                    .hasSameSizeAs(expected.path("segmentIds"))
                    .containsAll(expected.path("segmentIds"));
        }
        softly.assertAll();
        assertThat(fields).hasSameSizeAs(truth.lines("structured_fields.jsonl"));
    }

    @Test
    void configurationIsComplete() {
        JsonNode counts = truth.summary().get("configuration");
        Map<String, Long> found = configuration.values().stream()
                .collect(Collectors.groupingBy(item -> item.get("item").asText(), Collectors.counting()));
        assertThat(found)
                .containsEntry("segment", counts.get("segments").asLong())
                .containsEntry(
                        "redactionEntity", counts.get("redactionEntities").asLong())
                .containsEntry(
                        "customVocabulary", counts.get("customVocabularies").asLong())
                .containsEntry(
                        "cannedResponse",
                        counts.get("cannedResponsesGlobal").asLong()
                                + counts.get("cannedResponsesCustom").asLong());
        assertThat(configuration.values())
                .filteredOn(item -> item.get("item").asText().equals("segment"))
                .allMatch(segment -> segment.get("understood").asBoolean());
    }

    @Test
    void queuesHaveTheHoursThatEventsGive() {
        assertThat(migration().records(EntityKind.QUEUE).values())
                .filteredOn(queue -> queue.has("timeZone"))
                .isNotEmpty()
                .allSatisfy(
                        queue -> assertThat(queue.get("opensAt")).isNotEmpty().hasSameSizeAs(queue.get("closesAt")));
    }

    @Test
    void rejectsExactlyThePoisonLinesOfAllChannels() {
        assertThat(migration().lists.entries(FragmentFile.REJECTED))
                .extracting(entry -> entry.file() + '|' + entry.line() + '|' + entry.reason())
                .containsExactlyInAnyOrderElementsOf(truth.lines("rejects.jsonl").stream()
                        .map(r -> text(r, "file") + '|' + text(r, "line") + '|' + text(r, "reason"))
                        .toList());
    }

    @Test
    void issuesThatOnlyEventsKnowAreGaps() {
        SortedMap<String, String> expected = new TreeMap<>();
        for (JsonNode gap : truth.lines("gaps.jsonl")) {
            expected.put(
                    text(gap, "issueId"),
                    String.join(
                                    " ",
                                    text(gap, "classification"),
                                    gap.get("eventTypes").toString())
                            + fields(
                                    gap,
                                    "firstEventTime",
                                    "lastEventTime",
                                    "events",
                                    "customerId",
                                    "agentId",
                                    "queueId")
                            + fields(gap, "endedAt", "intentCode", "ageHours"));
        }
        SortedMap<String, String> actual = new TreeMap<>();
        for (Quarantined entry : migration().lists.entries(AssembleBucket.GAPS)) {
            JsonNode gap = Truth.parse(entry.detail());
            actual.put(
                    text(gap, "issueId"),
                    String.join(" ", entry.reason(), gap.get("eventTypes").toString())
                            + fields(gap, "firstEventAt", "lastEventAt", "events", "customerId", "agentId", "queueId")
                            + fields(gap, "endedAt", "intentCode", "ageHours"));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void namesTheConversationsOfWhichSomethingIsMissing() {
        Set<String> expected = truth.lines("incomplete.jsonl").stream()
                .map(missing -> text(missing, "conversation") + ' ' + text(missing, "reason"))
                .collect(Collectors.toSet());
        assertThat(migration().lists.entries(AssembleBucket.INCOMPLETE))
                .extracting(entry -> entry.file() + ' ' + entry.reason())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyFoundAttachmentIsStoredUnderItsOwnHash() {
        long stored = conversations.values().stream()
                .flatMap(conversation -> conversation.path("attachments").valueStream())
                .filter(file -> "BYTES".equals(text(file, "availability")))
                .peek(file -> assertThat(
                                migration().stored(file.get("contentSha256").asText()))
                        .hasSize(file.get("contentSize").asInt()))
                .count();
        assertThat(stored)
                .isEqualTo(truth.summary()
                        .at("/by/attachmentsByAvailability/BYTES")
                        .asLong());
    }

    @Test
    void peopleAgentsAndOrganizationsAreAsTheTruthSays() {
        PeopleView.assertCustomers(migration().records(EntityKind.CUSTOMER), truth.lines("customers.jsonl"));
        PeopleView.assertAgents(migration().records(EntityKind.AGENT), truth.lines("agents.jsonl"));
        PeopleView.assertOrganizations(
                migration().records(EntityKind.ORGANIZATION), truth.lines("organizations.jsonl"));
    }

    @Test
    void booksBalance() {
        InMemoryMigration migration = migration();
        assertThat(migration.sum("extract", "received"))
                .isEqualTo(migration.sum("extract", "fragmented")
                        + migration.sum("extract", "repeated")
                        + migration.sum("extract", "rejected"));
        assertThat(migration.sum("assemble", "distinct"))
                .isEqualTo(migration.sum("assemble", "staged")
                        + migration.sum("assemble", "merged")
                        + migration.sum("assemble", "quarantined"));
        assertThat(migration.sum("assemble", "receivedRows"))
                .isEqualTo(migration.sum("extract", "fragmented") + migration.sum("extract", "attachments"))
                .isEqualTo(migration.sum("assemble", "distinctRows") + migration.sum("assemble", "duplicateRows"));
        assertThat(migration.sum("identity", "bridgedConversations"))
                .isEqualTo(truth.summary().at("/by/conversationsByWorld/BOTH").asLong());
        assertThat(migration.sum("identity", "ambiguousBridges")).isZero();
    }

    private InMemoryMigration migration() {
        return channels.migration();
    }

    private Map<String, JsonNode> fields() {
        return configuration.values().stream()
                .filter(item -> item.get("item").asText().equals("structuredDataField"))
                .collect(Collectors.toMap(item -> item.get("fieldId").asText(), item -> item));
    }

    private static Object typed(JsonNode field, JsonNode value) {
        return StructuredValueType.valueOf(field.get("inferredType").asText())
                .typed(value.get("value").asText());
    }

    private static String fields(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> " " + text(node, name)).collect(Collectors.joining());
    }

    private static JsonNode find(Map<String, JsonNode> records, String id) {
        return records.getOrDefault(id, MissingNode.getInstance());
    }
}
