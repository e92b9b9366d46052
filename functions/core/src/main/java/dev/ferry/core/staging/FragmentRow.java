package dev.ferry.core.staging;

import java.util.Arrays;

/// One row of a feed as it came, with its place in the file.
///
/// @param split number of the split file, 0 when the partition is one file
/// @param line line number in the file, from 1
public record FragmentRow(int split, long line, Payload payload) {
    /// The size it takes in the fragment. *Units*: bytes.
    public int size() {
        return switch (payload) {
            case Payload.Inline _, Payload.Cells _ -> payload.length() + 12;
            case Payload.Pointer _ -> 96;
        };
    }

    /// The row as it came, wherever it is.
    public byte[] bytes(BodyStore bodies) {
        return payload.bytes(bodies);
    }

    /// Where the bytes of a row are.
    public sealed interface Payload {
        /// How long the row is as it came. *Units*: bytes
        int length();

        /// The row as it came, wherever it is.
        default byte[] bytes(BodyStore bodies) {
            return switch (this) {
                case Inline(byte[] bytes) -> bytes;
                case Cells(RowCells cells) -> cells.json();
                case Pointer(BodyHash hash, int _) -> bodies.get(hash);
            };
        }

        /// Here. The array is owned by this record and never changed.
        @SuppressWarnings("ArrayRecordComponent")
        record Inline(byte[] bytes) implements Payload {
            @Override
            public int length() {
                return bytes.length;
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof Inline other && Arrays.equals(bytes, other.bytes);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(bytes);
            }

            @Override
            public String toString() {
                return "***";
            }
        }

        /// Here, and where each value stands is known.
        record Cells(RowCells cells) implements Payload {
            @Override
            public int length() {
                return cells.length();
            }
        }

        /// In the body store, because it is larger than a fragment may be.
        record Pointer(BodyHash hash, int length) implements Payload {}
    }
}
