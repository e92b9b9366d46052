package dev.ferry.core.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a structured data field describes. The source does not say it: its values all belong to conversations.
public enum FieldScope {
    /// The conversation that a value was extracted from.
    CONVERSATION,
    /// The person whom the conversation was with.
    CUSTOMER,
    /// The organisation of that person.
    ORGANIZATION;

    /// The name in a mapping, for example `customer`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of that name in a mapping.
    public static Optional<FieldScope> labelled(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst();
    }
}
