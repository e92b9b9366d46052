package dev.ferry.asapp.client.summary;

/// An intent that was inferred just now.
public record Intent(String conversationId, String code, String name) {
    private static final String NONE = "NO_INTENT";

    /// Whether ASAPP found one at all.
    public boolean isKnown() {
        return !code.equals(NONE);
    }
}
