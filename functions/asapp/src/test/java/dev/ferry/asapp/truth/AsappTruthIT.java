package dev.ferry.asapp.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.crosswalk.CrosswalkKind;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Quarantined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Runs extraction and assembly over the sample export and compares with its independent truth.
///
/// What the truth knows from other channels is left out, and each place says which channel that is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsappTruthIT {
    private Truth truth = new Truth(Path.of("."));
    private InMemoryMigration migration =
            new InMemoryMigration(new LocalDirectorySource(Path.of(".")), FragmentSettings.of("none"));
    private Map<String, JsonNode> conversations = Map.of();
    private Map<String, JsonNode> customers = Map.of();

    @BeforeAll
    void migrate() {
        Path tree = Path.of(System.getProperty("ferry.root", "."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "the sample export is not here");
        truth = new Truth(tree);
        migration = new InMemoryMigration(new LocalDirectorySource(tree), FragmentSettings.of(truth.company()));
        migration.extract("batch/");
        migration.crosswalk(CrosswalkKind.CUSTOMERS, "crosswalk/customers.csv");
        migration.crosswalk(CrosswalkKind.AGENTS, "crosswalk/agents.csv");
        migration.assemble();
        conversations = migration.records(EntityKind.CONVERSATION);
        customers = byLastPart(migration.records(EntityKind.CUSTOMER));
    }

    @Test
    void findsExactlyTheConversationsOfTheBatchChannel() {
        assertThat(conversations.keySet())
                .containsExactlyInAnyOrderElementsOf(truth.batchConversations().stream()
                        .map(conversation -> conversation.get("id").asText())
                        .toList());
    }

    @Test
    void conversationsAreAsTheTruthSays() {
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode expected : truth.batchConversations()) {
            JsonNode actual = find(conversations, expected.get("id").asText());
            ConversationView wanted = ConversationView.expected(expected);
            softly.assertThat(ConversationView.actual(actual).comparableTo(wanted))
                    .isEqualTo(wanted);
        }
        softly.assertAll();
    }

    @Test
    void rejectsExactlyThePoisonLines() {
        Set<String> expected = truth.lines("rejects.jsonl").stream()
                .filter(reject -> reject.get("file").asText().startsWith("batch/"))
                .map(r -> String.join(
                        "|",
                        List.of(
                                r.get("file").asText(),
                                r.get("line").asText(),
                                r.get("reason").asText())))
                .collect(Collectors.toSet());
        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .extracting(entry -> entry.file() + '|' + entry.line() + '|' + entry.reason())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesTheConversationsWithMissingMessages() {
        Set<String> expected = new TreeSet<>();
        for (JsonNode conversation : truth.batchConversations()) {
            if (conversation.path("incomplete").isObject()) {
                expected.add(conversation.get("id").asText());
            }
        }
        assertThat(migration.lists.entries(AssembleBucket.INCOMPLETE))
                .extracting(Quarantined::file)
                .containsExactlyInAnyOrderElementsOf(expected);
        for (JsonNode conversation : truth.batchConversations()) {
            JsonNode missing = conversation.path("incomplete");
            if (missing.isObject()) {
                JsonNode found =
                        find(conversations, conversation.get("id").asText()).path("incomplete");
                assertThat(found.path("partitions").get(0).asText())
                        .isEqualTo(missing.get("partition").asText());
                // The source's metrics do not count notes, so a note that is missing cannot be noticed.
                assertThat(found.path("missingMessages").asInt())
                        .isBetween(
                                missing.get("missingMessages").asInt() - 1,
                                missing.get("missingMessages").asInt());
            }
        }
    }

    @Test
    void customersAreTheComponentsOfTheEvidence() {
        Map<String, Long> conversationsOf = truth.batchConversations().stream()
                .collect(Collectors.groupingBy(
                        c -> Truth.customerKey(c.path("customer").path("ref").asText()), Collectors.counting()));
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode expected : truth.lines("customers.jsonl")) {
            String key = Truth.customerKey(expected.get("key").asText());
            JsonNode actual = customers.get(key);
            if (actual == null) {
                // Known from AI Services or e-mail only.
                softly.assertThat(conversationsOf).doesNotContainKey(key);
                softly.assertThat(expected.get("inCrosswalk").asBoolean()).isFalse();
                continue;
            }
            for (String field : List.of(
                    "email",
                    "phone",
                    "company",
                    "domain",
                    "organizationHandling",
                    "anonymous",
                    "inCrosswalk",
                    "crosswalkRows",
                    "externalUserIds",
                    "customerIds")) {
                softly.assertThat(Truth.text(actual, field) + actual.path(field))
                        .as(key + " " + field)
                        .isEqualTo(Truth.text(expected, field) + orMissing(expected.path(field)));
            }
            // Names and spellings of addresses are also seen in conversation files, which are another channel.
            if (expected.get("inCrosswalk").asBoolean()) {
                softly.assertThat(Truth.text(actual, "name")).as(key).isEqualTo(Truth.text(expected, "name"));
            }
            softly.assertThat(actual.get("conversations").asLong())
                    .as(key + " conversations")
                    .isEqualTo(conversationsOf.getOrDefault(key, 0L));
        }
        softly.assertAll();
    }

    @Test
    void organizationsAreThoseOfTheCrosswalk() {
        Map<String, JsonNode> actual = byLastPart(migration.records(EntityKind.ORGANIZATION));
        for (JsonNode expected : truth.lines("organizations.jsonl")) {
            if ("organization".equals(Truth.text(expected, "handling"))) {
                JsonNode organization = find(actual, expected.get("domain").asText());
                for (String field : List.of("name", "nameKnown", "placeholder", "largest", "names", "contacts")) {
                    assertThat(organization.path(field).toString())
                            .as(expected.get("domain") + " " + field)
                            .isEqualTo(expected.path(field).toString());
                }
            }
        }
        assertThat(actual.keySet()).contains("~individuals-00", "~unknown-00");
    }

    @Test
    void agentsAreThoseOfFeedsCrosswalkAndConversations() {
        Map<String, JsonNode> actual = byLastPart(migration.records(EntityKind.AGENT));
        for (JsonNode expected : truth.lines("agents.jsonl")) {
            String ref = expected.get("ref").asText();
            if (ref.startsWith("ext:")) {
                // Known from AI Services only.
                assertThat(actual).doesNotContainKey(ref.substring("ext:".length()));
                continue;
            }
            JsonNode agent = find(actual, ref);
            for (String field : List.of(
                    "repId",
                    "crmRepId",
                    "externalAgentId",
                    "email",
                    "emailSource",
                    "inReps",
                    "inCrosswalk",
                    "crosswalkActive",
                    "disabledAt",
                    "attributes",
                    "sharedEmail")) {
                assertThat(agent.path(field)).as(ref + " " + field).isEqualTo(missingForNull(expected.path(field)));
            }
            // The truth takes names from reps only; the crosswalk names two more agents.
            if (expected.get("inReps").asBoolean()) {
                assertThat(Truth.text(agent, "familyName")).isEqualTo(Truth.text(expected, "familyName"));
                assertThat(Truth.text(agent, "givenName")).isEqualTo(Truth.text(expected, "givenName"));
            }
        }
    }

    @Test
    void booksBalance() {
        assertThat(migration.sum("extract", "received"))
                .isEqualTo(migration.sum("extract", "fragmented") + migration.sum("extract", "rejected"));
        assertThat(migration.sum("assemble", "distinct"))
                .isEqualTo(migration.sum("assemble", "staged")
                        + migration.sum("assemble", "merged")
                        + migration.sum("assemble", "quarantined"));
        assertThat(migration.sum("assemble", "receivedRows"))
                .isEqualTo(migration.sum("extract", "fragmented"))
                .isEqualTo(migration.sum("assemble", "distinctRows") + migration.sum("assemble", "duplicateRows"));
    }

    private static JsonNode find(Map<String, JsonNode> records, String id) {
        return records.getOrDefault(id, MissingNode.getInstance());
    }

    private static JsonNode missingForNull(JsonNode value) {
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private static String orMissing(JsonNode value) {
        return value.isNull() ? "" : value.toString();
    }

    private static Map<String, JsonNode> byLastPart(Map<String, JsonNode> records) {
        Map<String, JsonNode> byPart = new TreeMap<>();
        records.forEach((id, json) -> byPart.put(id.substring(id.lastIndexOf(':') + 1), json));
        return byPart;
    }
}
