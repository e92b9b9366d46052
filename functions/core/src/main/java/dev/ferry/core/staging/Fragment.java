package dev.ferry.core.staging;

import java.util.List;

/// The rows of one entity from one file, kept as they came.
///
/// At most [#MAX_BYTES] of rows, since a DynamoDB item holds 400 KB. A row that is larger stands in a
/// [BodyStore] and the fragment points to it.
///
/// @param encoded the rows, as they are stored
/// @param mark who wrote it last
public record Fragment(FragmentKey key, EncodedRows encoded, FragmentMark mark) {
    /// How many bytes of rows a fragment holds before the next chunk starts. *Units*: bytes, before they are encoded.
    public static final int MAX_BYTES = 300 * 1024;

    public Fragment(FragmentKey key, List<FragmentRow> rows, FragmentMark mark) {
        this(key, FragmentEncoding.encode(rows), mark);
    }

    /// A fragment that no unit of extraction writes.
    public Fragment(FragmentKey key, List<FragmentRow> rows) {
        this(key, rows, FragmentMark.NONE);
    }

    /// The rows, read anew at each call.
    ///
    /// *Errors*: [dev.ferry.core.failure.FerryException] when a later version of this program wrote them.
    public List<FragmentRow> rows() {
        return FragmentEncoding.decode(encoded);
    }
}
