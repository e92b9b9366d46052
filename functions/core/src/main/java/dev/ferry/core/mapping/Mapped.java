package dev.ferry.core.mapping;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.TargetRecord;
import java.util.List;

/// What a phase made of one canonical record or of one item in it.
public sealed interface Mapped {

    /// The canonical id by which the books know it.
    CanonicalId key();

    /// A record for the target.
    ///
    /// @param adjustments what was changed, replaced or left out on the way
    record Record(TargetRecord record, List<Adjustment> adjustments) implements Mapped {
        public Record {
            adjustments = List.copyOf(adjustments);
        }

        @Override
        public CanonicalId key() {
            return record.key();
        }
    }

    /// Left out on purpose: a condition of the phase does not hold.
    ///
    /// @param reason as the mapping gives it, else the condition
    record Filtered(CanonicalId key, String reason) implements Mapped {}

    /// Held back: it cannot become a record that the target would take.
    ///
    /// @param key the canonical id; where the item has none, the record's with the item's position,
    /// `{id}#messages[3]`
    /// @param field API name of the target field, or the part of the phase, for example `key`
    /// @param reason what is wrong, free of contents
    /// @param hint what a person can do
    record Quarantined(CanonicalId key, String field, String reason, String hint) implements Mapped {}
}
