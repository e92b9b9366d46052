package dev.ferry.asapp.client;

import dev.ferry.asapp.client.configuration.Configuration;
import dev.ferry.asapp.client.content.Content;
import dev.ferry.asapp.client.conversation.Conversations;
import dev.ferry.asapp.client.export.Downloads;
import dev.ferry.asapp.client.export.FileExporter;
import dev.ferry.asapp.client.summary.Summaries;

/// ASAPP's APIs with one key.
///
/// *Threading*: safe for concurrent use; every call blocks, first for its turn and then for the answer.
///
/// *Errors*: [AsappException] for everything that is not an answer. `DAY_SPENT` says until when to park.
public interface AsappClient {
    /// Whether address and key are good, asked with one request.
    Preflight preflight();

    /// Which files there are.
    FileExporter fileExporter();

    /// The files themselves.
    Downloads downloads();

    /// Conversations and messages by their ids.
    Conversations conversations();

    /// Summaries, structured data and intents, which are generated anew by each call.
    Summaries summaries();

    /// Structured data fields, segments, redaction entities and vocabularies.
    Configuration configuration();

    /// Canned responses and articles.
    Content content();
}
