package dev.ferry.core.staging;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// How many buckets a migration is spread over; fixed for its life, since every stored key depends on it.
public record BucketCount(int value) {
    public BucketCount {
        if (value < 1 || value > 100_000) {
            throw new IllegalArgumentException("bucket count must be 1 to 100000, was " + value);
        }
    }

    /// The bucket of an entity: a hash of its id, the same in every process and every release.
    public Bucket of(String entityId) {
        CRC32C crc = new CRC32C();
        crc.update(entityId.getBytes(StandardCharsets.UTF_8));
        return new Bucket((int) (crc.getValue() % value));
    }
}
