package dev.ferry.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.List;

/// Stages what the Conversations API answered. *Source*: reference, section 2.3.
public final class StageConversationAnswers {
    private final FragmentAnswer answers;
    private final StagingPorts ports;
    private final String company;

    public StageConversationAnswers(FragmentAnswer answers, StagingPorts ports, String company) {
        this.answers = answers;
        this.ports = ports;
        this.company = company;
    }

    /// A conversation as `GET /conversation/v1/conversations/{id}` answers it.
    public Tally conversation(JsonNode conversation) {
        return answers.run("api_conversations", conversation.path("id").asText("none"), List.of(conversation));
    }

    /// The messages as `GET .../conversations/{id}/messages` answers them.
    ///
    /// @param conversationId the conversation that was asked for: messages do not name it
    /// @param answer *Shape*: `{"items":[...]}`
    public Tally messages(String conversationId, JsonNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode item : answer.path("items")) {
            rows.add(
                    item instanceof ObjectNode message
                            ? message.deepCopy().put("conversationId", conversationId)
                            : item);
        }
        return answers.run("api_messages", conversationId, rows);
    }

    /// Says that a conversation was found by asking for an issue's id as external id, and names that very id: so
    /// it is the issue that only events knew.
    ///
    /// @return whether it does
    public boolean fills(String issueId, JsonNode conversation) {
        String conversationId = conversation.path("id").asText("");
        if (conversationId.isBlank()
                || !issueId.equals(conversation.path("externalId").asText())) {
            return false;
        }
        Link.Bridge bridge = new Link.Bridge(company, issueId, conversationId, null, 1);
        ports.links().putAll(List.of(new LinkChunk("api_conversations", "gap/" + issueId, 0, List.of(bridge))));
        return true;
    }
}
