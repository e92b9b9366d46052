package dev.ferry.core.load;

/// The name of a chunk.
///
/// @param number counts the chunks of one load bucket from 0
public record ChunkId(String runId, String phase, int loadBucket, int number) {

    @Override
    public String toString() {
        return "%s/%s/%05d/%05d".formatted(runId, phase, loadBucket, number);
    }
}
