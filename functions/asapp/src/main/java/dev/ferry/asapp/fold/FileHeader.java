package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first line of a conversation's own file: what it says of the whole. The newest file counts.
record FileHeader(Optional<SourceRow> row) {
    static FileHeader of(IssueGroup group) {
        return new FileHeader(group.rows().newest("fx_conversation_files").stream()
                .filter(row -> "conversation".equals(row.text("type")))
                .findFirst());
    }

    /// A text of the header, or null.
    @Nullable
    String text(String column) {
        return row.map(header -> header.text(column)).orElse(null);
    }

    /// The id that the client's systems use for the agent.
    @Nullable
    String agentExternalId() {
        return row.map(header -> header.id("agent.external_id")).orElse(null);
    }

    /// The agent, by the source's own id where the file gives it.
    @Nullable
    CanonicalId agent(String company, AgentResolution agents) {
        String rep = row.map(header -> header.id("agent.rep_id")).orElse(null);
        return rep == null ? agents.agent(company, agentExternalId()) : CanonicalIds.agent(company, rep);
    }
}
