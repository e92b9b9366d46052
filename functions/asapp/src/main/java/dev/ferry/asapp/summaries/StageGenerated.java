package dev.ferry.asapp.summaries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.summary.SummaryKey;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.tally.Tally;
import java.util.List;

/// Stages what ASAPP generated, with whom it was asked for. A newer answer to the same question replaces an older
/// one. *Source*: reference, section 2.4.
public final class StageGenerated {
    /// The name of the rows in the catalogue.
    public static final String FEED = "api_generated";

    private final FragmentAnswer answers;
    private final StagingPorts ports;
    private final String company;

    public StageGenerated(FragmentAnswer answers, StagingPorts ports, String company) {
        this.answers = answers;
        this.ports = ports;
        this.company = company;
    }

    /// Stages an answer.
    public Tally stage(Generation asked, Generated answer) {
        ObjectNode row = answer.row().deepCopy().put("call", asked.call().path());
        switch (asked.about()) {
            case SummaryKey.ByIssue(String issueId) -> {
                row.put("askedIssueId", issueId);
                bridge(issueId, answer.conversationId());
            }
            case SummaryKey.ByConversation _, SummaryKey.ByExternalConversation _ ->
                row.put("askedConversationId", answer.conversationId());
        }
        return answers.run(FEED, asked.name(), List.of(row));
    }

    // The only documented call that relates issues to conversations: it answers an issue's id with a conversation's.
    private void bridge(String issueId, String conversationId) {
        if (ConversationId.canBe(conversationId)) {
            Link.Bridge bridge = new Link.Bridge(company, issueId, conversationId, null, 1);
            ports.links().putAll(List.of(new LinkChunk(FEED, issueId, 0, List.of(bridge))));
        }
    }
}
