package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.time.Instant;
import java.util.List;
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

    /// The record was in the target before Ferry came and has been recognised. Written ahead of the first change to
    /// it, so that no repeat can take it for one that Ferry made.
    ///
    /// @param filled the fields that were empty in it and that Ferry gives a value: all that undoing has to clear
    record Recognised(CanonicalId key, String runId, String phase, String targetId, List<String> filled)
            implements LedgerEntry {
        public Recognised {
            filled = List.copyOf(filled);
        }

        @Override
        public Optional<String> standing() {
            return Optional.of(targetId);
        }
    }

    /// The record stands in the target.
    ///
    /// @param filled for a recognised record the fields that Ferry gave a value, see [Recognised]; else none
    /// @param content hash of what the mapping said, references by key: tells whether anything has changed
    /// @param loaded hash of what the target should answer when read back, references by target id
    /// @param at when the outcome was known: a record that changed later was changed by somebody else
    record Loaded(
            CanonicalId key,
            String runId,
            String phase,
            String targetId,
            Operation operation,
            List<String> filled,
            ContentHash content,
            ContentHash loaded,
            Instant at)
            implements LedgerEntry {
        public Loaded {
            filled = List.copyOf(filled);
        }

        /// The same record, which Ferry wrote once more at a later time.
        Loaded writtenAt(Instant later) {
            return new Loaded(key, runId, phase, targetId, operation, filled, content, loaded, later);
        }

        @Override
        public Optional<String> standing() {
            return Optional.of(targetId);
        }
    }

    /// A record that cannot be made twice without harm is about to be made, or has been. Written ahead of the call,
    /// and once more when the target has answered, so that no repeat makes it again without looking for it first.
    ///
    /// @param targetId the record's id; null while the target's answer is not known
    record Sent(
            CanonicalId key,
            String runId,
            String phase,
            @Nullable String targetId) implements LedgerEntry {

        @Override
        public Optional<String> standing() {
            return Optional.ofNullable(targetId);
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
        /// Was there before and was recognised; rollback leaves it and clears what Ferry filled in.
        MATCHED,
        /// Made by Ferry in an earlier run and changed in this one.
        UPDATED
    }
}
