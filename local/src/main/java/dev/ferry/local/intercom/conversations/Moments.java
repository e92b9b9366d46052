package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;

/// The `created_at` that clients may choose: past seconds since 1970.
public final class Moments {
    private Moments() {}

    /// What the client chose, else now. *Errors*: 400 for the future, and for what is no whole number.
    public static long createdAt(Fields fields, long now) {
        JsonNode value = fields.json().path("created_at");
        if (value.isMissingNode() || value.isNull()) {
            return now;
        }
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > now) {
            throw invalid(value.asText());
        }
        return value.longValue();
    }

    /// The error for a moment that cannot be.
    static ApiException invalid(String value) {
        return ApiException.invalid("%s is an invalid value for created_at".formatted(value));
    }
}
