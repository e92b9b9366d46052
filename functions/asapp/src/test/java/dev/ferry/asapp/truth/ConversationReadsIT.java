package dev.ferry.asapp.truth;

import static dev.ferry.asapp.truth.Truth.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.conversations.ApiPlan;
import dev.ferry.asapp.conversations.ApiRead;
import dev.ferry.core.source.EntityKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The planner asks for no conversation whose text a feed has, and its questions are enough.
class ConversationReadsIT {
    @Test
    void askingOnlyForWhatFeedsLackGivesAllText() {
        Path tree = Path.of(System.getProperty("ferry.root", "."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "the sample export is not here");
        Truth truth = new Truth(tree);
        AllChannels channels = AllChannels.of(tree, truth);
        channels.deliverFeeds();
        InMemoryMigration migration = channels.migration();
        migration.assemble();

        ApiPlan plan = migration.planConversationReads();
        Set<String> asked = plan.reads().stream()
                .filter(ApiRead.Messages.class::isInstance)
                .map(read -> ((ApiRead.Messages) read).conversationId())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(lackingText(truth));
        assertThat(plan.saved() + asked.size())
                .isEqualTo(truth.lines("conversations.jsonl").stream()
                        .filter(conversation -> text(conversation.path("key"), "conversationId") != null)
                        .count());
        assertThat(plan.reads())
                .filteredOn(ApiRead.Search.class::isInstance)
                .extracting(read -> ((ApiRead.Search) read).externalId())
                .containsExactlyInAnyOrderElementsOf(truth.lines("gaps.jsonl").stream()
                        .filter(gap -> "EXCEPTION".equals(text(gap, "classification")))
                        .map(gap -> gap.get("issueId").asText())
                        .toList());

        channels.deliverAnswers(asked::contains);
        migration.assemble();
        Map<String, JsonNode> conversations = migration.records(EntityKind.CONVERSATION);
        for (JsonNode expected : truth.lines("conversations.jsonl")) {
            JsonNode actual = conversations.getOrDefault(expected.get("id").asText(), MissingNode.getInstance());
            assertThat(texts(actual, "messageId"))
                    .as(expected.get("id").asText())
                    .isEqualTo(texts(expected, "id"));
        }
        assertThat(migration.planConversationReads().reads())
                .filteredOn(ApiRead.Messages.class::isInstance)
                .extracting(read -> ((ApiRead.Messages) read).conversationId())
                .containsExactlyInAnyOrderElementsOf(purgedEverywhere(truth));
    }

    @Test
    void agentsWhoWorkedAreKnownByTheIdsUnderWhichTheyHaveResponsesOfTheirOwn() {
        Path tree = Path.of(System.getProperty("ferry.root", "."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "the sample export is not here");
        AllChannels channels = AllChannels.of(tree, new Truth(tree));
        channels.deliverFeeds();
        channels.migration().assemble();
        assertThat(channels.migration().planConversationReads().agents())
                .containsAll(Truth.names(tree.resolve("config/canned-responses.json"), "customs"))
                .doesNotContain("generative-agent");
    }

    /// Which message has which text; without order, since the truth has no id for some.
    private static List<String> texts(JsonNode conversation, String id) {
        return conversation
                .path("messages")
                .valueStream()
                .map(message ->
                        text(message, id) + ' ' + text(message, "role") + ' ' + Truth.utf8(text(message, "text")))
                .sorted()
                .toList();
    }

    private static Set<String> lackingText(Truth truth) {
        return truth.lines("conversations.jsonl").stream()
                .filter(conversation -> conversation
                        .path("messages")
                        .valueStream()
                        .anyMatch(message -> message.has("textSource") || isPurged(message)))
                .map(conversation ->
                        conversation.path("key").get("conversationId").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> purgedEverywhere(Truth truth) {
        return truth.lines("conversations.jsonl").stream()
                .filter(conversation ->
                        conversation.path("messages").valueStream().anyMatch(ConversationReadsIT::isPurged))
                .map(conversation ->
                        conversation.path("key").get("conversationId").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isPurged(JsonNode message) {
        return "PURGED".equals(text(message, "textAvailability"))
                && !message.get("internal").asBoolean();
    }
}
