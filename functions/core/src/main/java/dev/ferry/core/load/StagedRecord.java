package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A target record ready to be sent: its references are settled into ids of the target.
///
/// @param existingId the record's id in the target when it is to be changed; null when it is to be made
/// @param content hash before references were settled, see [LedgerEntry.Loaded]
/// @param loaded hash of what the target should answer when read back
public record StagedRecord(
        CanonicalId key,
        String lockGroup,
        @Nullable String existingId,
        ContentHash content,
        ContentHash loaded,
        SortedMap<String, FieldValue> fields) {
    public StagedRecord {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// The id in the target of a record that is to be changed.
    public Optional<String> existing() {
        return Optional.ofNullable(existingId);
    }
}
