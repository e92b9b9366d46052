package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A target record ready to be sent: its references are settled into ids of the target.
///
/// @param existingId the record's id in the target when it is to be changed; null when it is to be made
/// @param filled for a record that stood in the target before Ferry came, the fields that are empty in it and get a
/// value; null for one that Ferry makes or has made
/// @param content hash before references were settled, see [LedgerEntry.Loaded]
/// @param loaded hash of what the target should answer when read back
public record StagedRecord(
        CanonicalId key,
        String lockGroup,
        @Nullable String existingId,
        @Nullable List<String> filled,
        ContentHash content,
        ContentHash loaded,
        SortedMap<String, FieldValue> fields) {
    public StagedRecord {
        filled = filled == null ? null : List.copyOf(filled);
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// Whether the record stood in the target before Ferry came.
    public boolean recognised() {
        return filled != null;
    }

    /// How the record is written.
    public Chunk.Write write() {
        if (recognised()) {
            return Chunk.Write.FILL;
        }
        return existingId == null ? Chunk.Write.INSERT : Chunk.Write.UPDATE;
    }

    /// The id in the target of a record that is to be changed.
    public Optional<String> existing() {
        return Optional.ofNullable(existingId);
    }
}
