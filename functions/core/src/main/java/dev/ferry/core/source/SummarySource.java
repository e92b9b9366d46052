package dev.ferry.core.source;

/// The source of a summary; an agent's own wording outranks generated text.
public enum SummarySource {
    AGENT_EDITED,
    FREE_TEXT,
    BATCH_AUTO_SUMMARY,
    /// Generated because a migration asked for it.
    GENERATED
}
