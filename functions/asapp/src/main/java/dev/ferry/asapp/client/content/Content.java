package dev.ferry.asapp.client.content;

import dev.ferry.asapp.client.RawRow;
import java.util.Optional;

/// Content that agents use. Lists cost one request of the budget for each thousand rows.
///
/// *Errors*: [dev.ferry.asapp.client.AsappException]; `NOT_ENABLED` for what the key may not see.
public interface Content {
    /// The company's responses.
    CannedResponses globalResponses();

    /// An agent's own responses.
    CannedResponses responsesOf(String agentId);

    /// An article; nothing before its submission is approved. There is no list of articles.
    Optional<RawRow> article(String id);

    /// A submission of an article.
    Optional<RawRow> submission(String id);
}
