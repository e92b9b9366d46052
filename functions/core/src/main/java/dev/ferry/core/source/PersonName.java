package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's name: as written first, all spellings, and split in two where that is safe.
public record PersonName(
        @Nullable String name,
        List<String> names,
        @Nullable String givenName,
        @Nullable String familyName) {
    public PersonName {
        names = List.copyOf(names);
    }
}
