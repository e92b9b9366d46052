package dev.ferry.local.salesforce.soql;

import org.jspecify.annotations.Nullable;

/// A field, reached through at most some parents (`Account.Name`), or a calendar function of one
/// (`CALENDAR_YEAR(..)`).
public record Term(@Nullable String function, String path) {

    /// The field itself.
    public static Term of(String path) {
        return new Term(null, path);
    }
}
