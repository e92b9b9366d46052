package dev.ferry.core.staging;

import java.util.List;

/// The rows of one entity from one file, kept as they came.
///
/// At most [#MAX_BYTES] of rows, since a DynamoDB item holds 400 KB. A row that is larger stands in a
/// [BodyStore] and the fragment points to it.
///
/// @param mark who wrote it last
public record Fragment(FragmentKey key, List<FragmentRow> rows, FragmentMark mark) {
    /// How many bytes of rows a fragment holds before the next chunk starts. *Units*: bytes.
    public static final int MAX_BYTES = 300 * 1024;

    public Fragment {
        rows = List.copyOf(rows);
    }

    /// A fragment that no unit of extraction writes.
    public Fragment(FragmentKey key, List<FragmentRow> rows) {
        this(key, rows, FragmentMark.NONE);
    }

    /// The size of the rows. *Units*: bytes, before compression.
    public int size() {
        return rows.stream().mapToInt(FragmentRow::size).sum();
    }
}
