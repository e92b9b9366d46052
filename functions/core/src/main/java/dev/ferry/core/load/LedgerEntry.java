package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the ledger knows of one record in the target. There is at most one entry per object and key.
public sealed interface LedgerEntry {

    /// The record's key.
    CanonicalId key();

    /// The run that wrote the entry.
    String runId();

    /// The phase that the record belongs to.
    String phase();

    /// The record's id in the target, where it stands there.
    Optional<String> standing();

    /// The record stands in the target.
    ///
    /// @param content hash of what the mapping said, references by key: tells whether anything has changed
    /// @param loaded hash of what the target should answer when read back, references by target id
    record Loaded(
            CanonicalId key,
            String runId,
            String phase,
            String targetId,
            Operation operation,
            ContentHash content,
            ContentHash loaded)
            implements LedgerEntry {

        @Override
        public Optional<String> standing() {
            return Optional.of(targetId);
        }
    }

    /// The target refused the record in that run. A later run tries again.
    ///
    /// @param targetId the id of the record as an earlier run left it, when it was a change that was refused; else
    /// null
    /// @param attempts how often it was sent in that run
    record Refused(
            CanonicalId key,
            String runId,
            String phase,
            @Nullable String targetId,
            String code,
            String field,
            String reason,
            String hint,
            boolean retriable,
            int attempts)
            implements LedgerEntry {

        @Override
        public Optional<String> standing() {
            return Optional.ofNullable(targetId);
        }
    }

    /// How the record came to be what it is.
    enum Operation {
        /// Made by Ferry; rollback deletes it.
        CREATED,
        /// Was there before and was recognised; rollback leaves it alone.
        MATCHED,
        /// Made by Ferry in an earlier run and changed in this one.
        UPDATED
    }
}
