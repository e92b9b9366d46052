package dev.ferry.salesforce.client.auth;

/// A bearer token. Its `toString` is `***`; only the Authorization header gets the value.
public record AccessToken(String value) {
    /// Refuses a blank token.
    public AccessToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A blank access token opens nothing");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
