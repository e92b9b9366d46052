package dev.ferry.salesforce.client.auth;

import java.util.Locale;

/// Why the token endpoint refused, by name.
///
/// Shape: `{"error":"invalid_grant","error_description":"audience is invalid"}`; the description may be missing.
/// Source: `invalid_grant` covers four causes that only the description tells apart; without one the refusal is
/// [#GRANT_REFUSED].
public enum LoginRefusal {
    /// Wrong consumer key.
    UNKNOWN_CLIENT("invalid_client_id", "", "Check the consumer key; a new app takes some minutes to become known"),
    /// Wrong consumer secret.
    WRONG_SECRET("invalid_client", "", "Check the consumer secret"),
    /// The user never consented.
    USER_NOT_APPROVED(
            "invalid_grant",
            "approved this consumer",
            "Pre-authorise the user for the app by profile or permission set"),
    /// Production and sandbox mixed up.
    WRONG_AUDIENCE(
            "invalid_grant",
            "audience is invalid",
            "Use https://test.salesforce.com as audience for a sandbox, https://login.salesforce.com otherwise"),
    /// The assertion's time was refused.
    ASSERTION_EXPIRED("invalid_grant", "expired authorization code", "Check this machine's clock against UTC"),
    /// Client credentials without a user to run as.
    NO_RUN_AS_USER(
            "invalid_grant", "no client credentials user", "Set the Run-As user of the app's client credentials flow"),
    /// Any other `invalid_grant`.
    GRANT_REFUSED("invalid_grant", "", "Check user, audience, clock and the flows that the app allows"),
    /// The app is closed to this user.
    APP_NOT_ASSIGNED("invalid_app_access", "", "Assign the app to the user by profile or permission set"),
    /// A code that is not in the table.
    OTHER("", "", "Look up the error code in Salesforce's OAuth documentation");

    private final String error;
    private final String description;
    private final String hint;

    LoginRefusal(String error, String description, String hint) {
        this.error = error;
        this.description = description;
        this.hint = hint;
    }

    /// The refusal that an answer of the token endpoint means. A missing description is an empty one.
    public static LoginRefusal of(String error, String description) {
        var wording = description.toLowerCase(Locale.ROOT);
        for (var refusal : values()) {
            if (refusal.error.equals(error) && wording.contains(refusal.description)) {
                return refusal;
            }
        }
        return OTHER;
    }

    /// What the reader can do.
    public String hint() {
        return hint;
    }
}
