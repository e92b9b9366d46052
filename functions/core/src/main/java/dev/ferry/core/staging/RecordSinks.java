package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;

/// Opens the sink of a unit of assembly: one object per kind and bucket, the same name at each repeat.
public interface RecordSinks {
    /// The sink for the records of one kind in one bucket.
    RecordSink open(EntityKind kind, Bucket bucket);
}
