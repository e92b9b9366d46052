package dev.ferry.core.source;

import java.util.Locale;

/// The kinds of thing that are assembled from the source.
public enum EntityKind {
    CONVERSATION,
    CUSTOMER,
    ORGANIZATION,
    AGENT,
    QUEUE,
    INTENT,
    CONFIGURATION;

    /// The name in keys and paths, for example `conversation`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
