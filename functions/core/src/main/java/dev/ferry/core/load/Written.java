package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import java.util.Optional;

/// What is written in the ledger under a key, for a rollback: an entry, or the note that one was undone.
public sealed interface Written permits Written.Standing, Undone {

    /// The record's key.
    CanonicalId key();

    /// The run that is spoken of.
    String runId();

    /// The phase that the record belongs to.
    String phase();

    /// What a load takes for the entry of the key.
    Optional<LedgerEntry> current();

    /// The same from the side of one run: what a later run had changed and gave back is this run's again.
    default Written seenBy(String run) {
        return this;
    }

    /// An entry that nobody has undone.
    record Standing(LedgerEntry entry) implements Written {
        @Override
        public CanonicalId key() {
            return entry.key();
        }

        @Override
        public String runId() {
            return entry.runId();
        }

        @Override
        public String phase() {
            return entry.phase();
        }

        @Override
        public Optional<LedgerEntry> current() {
            return Optional.of(entry);
        }
    }
}
