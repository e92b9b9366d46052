package dev.ferry.core.rollback;

import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record that a run wrote, and what undoing it means.
public sealed interface UndoItem {

    /// The record's key.
    CanonicalId key();

    /// The record's id in the target; empty while it is not known.
    String targetId();

    /// When Ferry wrote it last; the run's last write where the ledger does not say.
    Instant at();

    /// The run made the record: it is deleted.
    ///
    /// @param content hash of what the target should answer; null where the record is there in part
    record Remove(
            CanonicalId key,
            String targetId,
            Instant at,
            @Nullable ContentHash content) implements UndoItem {

        /// What the record should look like.
        public Optional<ContentHash> loaded() {
            return Optional.ofNullable(content);
        }
    }

    /// The record was there before the run and was changed by it: it is set back.
    ///
    /// @param filled the fields that were empty and that Ferry gave a value
    /// @param image how it was before; null where only empty fields were filled
    /// @param content hash of what the target should answer; null where the change may not have been made
    record Restore(
            CanonicalId key,
            String targetId,
            Instant at,
            List<String> filled,
            @Nullable BeforeImage image,
            @Nullable ContentHash content)
            implements UndoItem {
        public Restore {
            filled = List.copyOf(filled);
        }

        /// How it was before.
        public Optional<BeforeImage> before() {
            return Optional.ofNullable(image);
        }

        /// What the record should look like.
        public Optional<ContentHash> loaded() {
            return Optional.ofNullable(content);
        }
    }

    /// The record was sent and its answer was lost: it is looked for, and deleted when it is found.
    ///
    /// @param staged what was sent; null where it is not known any more
    record Lost(CanonicalId key, Instant at, @Nullable StagedRecord staged) implements UndoItem {
        @Override
        public String targetId() {
            return "";
        }

        /// What was sent.
        public Optional<StagedRecord> sent() {
            return Optional.ofNullable(staged);
        }
    }
}
