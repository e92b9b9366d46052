package dev.ferry.salesforce.client;

import java.util.regex.Pattern;

/// The API version that stands in every URL, for example `66.0`.
///
/// Source: one version is pinned for a whole run; a query job answers 409 when its version changes on the way.
public record ApiVersion(String number) {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{1,2}\\.0");

    /// Refuses all but a number such as `66.0`.
    public ApiVersion {
        if (!SHAPE.matcher(number).matches()) {
            throw new IllegalArgumentException("API version " + number + " is not of the form 66.0");
        }
    }

    /// The path below the instance that all resources of this version share, without a slash at its end.
    public String basePath() {
        return "/services/data/v" + number;
    }
}
