package dev.ferry.local.salesforce.schema;

import org.jspecify.annotations.Nullable;

/// A user of the org. `licence` is the user licence's name; `Salesforce` is the standard one.
public record UserDefinition(
        String username,
        String email,
        @Nullable String firstName,
        String lastName,
        @Nullable Boolean isActive,
        @Nullable String licence) {

    public UserDefinition {
        isActive = isActive == null ? Boolean.TRUE : isActive;
        licence = licence == null ? "Salesforce" : licence;
    }

    /// Whether the user may log in and own records.
    public boolean active() {
        return !Boolean.FALSE.equals(isActive);
    }

    /// An active user with the standard licence, whose username is the e-mail address.
    public static UserDefinition active(String email, String firstName, String lastName) {
        return new UserDefinition(email, email, firstName, lastName, true, "Salesforce");
    }
}
