package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How it is decided which account a person belongs to, and what kind of account an organisation is.
public enum OrganizationHandling {
    /// A domain with a company name.
    ORGANIZATION,
    /// A domain whose company nobody named.
    PLACEHOLDER,
    /// A person with a free-mail address.
    FREEMAIL,
    /// A person without any domain.
    NONE,
    /// A person nobody knows.
    ANONYMOUS,
    /// The parking account of people with free mail.
    INDIVIDUALS,
    /// The parking account of people without a domain and of anonymous ones.
    UNKNOWN;

    /// The spelling in JSON, for example `freemail`.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
