package dev.ferry.core.staging;

import java.util.Arrays;

/// The rows of a fragment as bytes: what a store keeps. The array is owned by this record and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record EncodedRows(byte[] bytes) {
    @Override
    public boolean equals(Object o) {
        return o instanceof EncodedRows other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EncodedRows[" + bytes.length + " bytes]";
    }
}
