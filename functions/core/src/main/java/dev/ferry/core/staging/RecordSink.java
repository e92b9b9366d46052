package dev.ferry.core.staging;

import dev.ferry.core.source.CanonicalId;

/// Where the canonical records of one unit of work go, as JSON lines; a repeat of the unit writes the same bytes.
///
/// A sink that is closed without having been committed leaves nothing behind, so a half-done unit is never read.
public interface RecordSink extends AutoCloseable {
    /// Adds one record.
    ///
    /// @param id its canonical id, which no other record of the unit has
    /// @param json one line of JSON in UTF-8 without a line end
    void write(CanonicalId id, byte[] json);

    /// Makes everything written readable under the unit's own name, replacing what an earlier try left there.
    void commit();

    @Override
    void close();
}
