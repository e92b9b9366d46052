package dev.ferry.core.load;

/// How large a chunk may become.
///
/// @param maxRows for records that are sent the first time; each further attempt is a tenth of that, and never
/// below 200
/// @param maxBytes of the records' JSON, a close upper bound of what is sent
/// @param maxAttempts how often a record is sent in one run before it counts as failed
public record ChunkLimits(int maxRows, long maxBytes, int maxAttempts) {
    private static final int SMALLEST = 200;

    public ChunkLimits {
        if (maxRows < 1 || maxBytes < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("chunk limits are positive");
        }
    }

    int rowsAt(int attempt) {
        int rows = maxRows;
        for (int i = 0; i < attempt && rows > SMALLEST; i++) {
            rows = Math.max(SMALLEST, rows / 10);
        }
        return rows;
    }
}
