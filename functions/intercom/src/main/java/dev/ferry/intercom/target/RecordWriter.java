package dev.ferry.intercom.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Writes the records of one object into the workspace.
///
/// *Threading*: safe for concurrent use with different groups.
@FunctionalInterface
interface RecordWriter {

    /// Writes the records of a group one after the other and tells what became of each. Stops between two records
    /// when the time is up.
    ///
    /// *Errors*: what concerns every record is thrown, see [Refusals#failed].
    void write(Group group, BiConsumer<CanonicalId, Outcome> outcomes);

    /// Records that share a lock: as a rule those of one conversation.
    ///
    /// @param known what the ledger has of them
    /// @param timeIsUp whether to stop
    record Group(
            List<StagedRecord> records,
            Chunk.Write write,
            Map<CanonicalId, LedgerEntry> known,
            WriteLedger ledger,
            BooleanSupplier timeIsUp) {
        public Group {
            records = List.copyOf(records);
        }

        WriteLedger.Progress progress(StagedRecord record) {
            return WriteLedger.progress(known.get(record.key()));
        }
    }

    /// A writer that takes each record for itself.
    static RecordWriter oneByOne(Single single) {
        return (group, outcomes) -> {
            for (StagedRecord record : group.records()) {
                if (group.timeIsUp().getAsBoolean()) {
                    return;
                }
                outcomes.accept(record.key(), Attempt.of(() -> single.write(record, group)));
            }
        };
    }

    /// Writes one record.
    @FunctionalInterface
    interface Single {
        Outcome write(StagedRecord record, Group group);
    }
}
