package dev.ferry.core.load;

import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How a target is read back, and in which form what was sent and what is read are alike.
///
/// *Threading*: safe for concurrent use. *Errors*: as [ChunkLoader].
public interface TargetReader {

    /// The part of a record that can be compared, in the form in which the target gives it back: fields that the
    /// target changes by itself or does not give back are left out, text is as the target keeps it.
    SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields);

    /// How many calls it takes to write a record when nothing goes wrong, where a target counts them; 0 elsewhere.
    default long plannedCalls(ObjectName object, Chunk.Write write, SortedMap<String, FieldValue> fields) {
        return 0;
    }

    /// What of a record the target takes only in another way, each counted and listed as an adjustment. None in
    /// most targets.
    default List<Fitted> fitted(ObjectName object, SortedMap<String, FieldValue> fields) {
        return List.of();
    }

    /// One such way.
    ///
    /// @param field name of the field
    /// @param rule what is done, in capitals and underscores: the report shows it in words
    record Fitted(String field, String rule) {}

    /// Records that stood in the target before Ferry came: those without a key of Ferry that have the value of one
    /// of these records in a field that tells records apart. None in targets where nothing is recognised.
    ///
    /// @param on the fields to try, in order; the first in which something is found decides
    /// @param records what is to be recognised, by key
    default Map<CanonicalId, List<ExistingRecord>> matching(
            ObjectName object, List<String> on, Map<CanonicalId, SortedMap<String, FieldValue>> records) {
        return Map.of();
    }

    /// What stands under these ids now. None in targets where nothing is recognised.
    default Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        return Map.of();
    }

    /// Whether [#standing] can be asked for an object. Others are read back at the end of their phase alone.
    default boolean showsStanding(ObjectName object) {
        return true;
    }

    /// How much of the ledger is read back at once, where that takes longer or needs more memory than a function has:
    /// see [ReadShare]. *Units*: buckets, each of some 80,000 messages or 5,000 conversations.
    default int bucketsAShare() {
        return 64;
    }

    /// What tells which share reads a record: records for which it is the same are read together.
    default String together(ObjectName object, LedgerEntry entry) {
        return entry.key().value();
    }

    /// Starts to read all records that Ferry has made of an object.
    JobRef open(ObjectName object);

    /// Where the reading stands.
    JobState poll(JobRef job);

    /// What was read, in no order, of the share that is asked for at least. The stream is to be closed.
    ///
    /// @param expected what the ledger has of the share, for targets that can only be asked for records by id
    Stream<ReadRecord> read(ObjectName object, JobRef job, ExpectedRecords expected);

    /// What the ledger has of an object: of the one that is read, or of one that it hangs on.
    @FunctionalInterface
    interface ExpectedRecords {

        /// The records that stand in the target, in no order. The stream is to be closed.
        Stream<LedgerEntry.Loaded> of(ObjectName object);
    }

    /// A record that Ferry did not make.
    ///
    /// @param fields in the form of [#comparable]
    /// @param fillable the fields that are empty and may be given a value
    record ExistingRecord(String targetId, SortedMap<String, FieldValue> fields, SortedSet<String> fillable) {
        public ExistingRecord {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
            fillable = Collections.unmodifiableSortedSet(new TreeSet<>(fillable));
        }
    }

    /// One record as it stands in the target.
    ///
    /// @param content hash of its fields in the form of [#comparable]
    record ReadRecord(CanonicalId key, String targetId, ContentHash content) {

        /// A record from its fields in the form of [#comparable].
        public ReadRecord(CanonicalId key, String targetId, SortedMap<String, FieldValue> fields) {
            this(key, targetId, ContentHash.of(fields));
        }
    }
}
