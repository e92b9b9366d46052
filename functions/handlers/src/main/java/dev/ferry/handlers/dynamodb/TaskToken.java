package dev.ferry.handlers.dynamodb;

/// The token with which a waiting state is answered. Whoever holds it can let the run go on, so it never shows.
public record TaskToken(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
