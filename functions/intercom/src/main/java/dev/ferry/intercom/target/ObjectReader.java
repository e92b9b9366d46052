package dev.ferry.intercom.target;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader.ExpectedRecords;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.target.FieldValue;
import java.util.SortedMap;
import java.util.stream.Stream;

/// How the records of one object are read back.
interface ObjectReader {

    /// What was sent, in the form in which it is read.
    SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields);

    /// What tells which records are read together, see [dev.ferry.core.load.TargetReader#together].
    default String together(LedgerEntry entry) {
        return entry.key().value();
    }

    /// What stands in the workspace of what the ledger has. The stream is to be closed.
    Stream<ReadRecord> read(ExpectedRecords expected);
}
