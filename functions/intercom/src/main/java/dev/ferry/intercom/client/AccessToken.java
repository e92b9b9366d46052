package dev.ferry.intercom.client;

/// The access token of a private app, and which version of the secret it was read from.
///
/// @param version of the secret, by which a refused token is told from its successor
public record AccessToken(String value, String version) {
    /// Refuses a token of which a part is missing.
    public AccessToken {
        if (value.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("an access token needs a value and the version of its secret");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
