package dev.ferry.local.stepfunctions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// S3 in memory.
final class InMemoryObjects implements ObjectStore {

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    private static String path(String bucket, String key) {
        return bucket + "\n" + key;
    }

    @Override
    public byte[] get(String bucket, String key) throws Refused {
        return Optional.ofNullable(objects.get(path(bucket, key)))
                .orElseThrow(() -> new Refused("NoSuchKey", "The specified key does not exist."));
    }

    @Override
    public void put(String bucket, String key, byte[] body) {
        objects.put(path(bucket, key), body.clone());
    }

    @Override
    public List<Stored> list(String bucket, String prefix) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path(bucket, prefix)))
                .map(entry -> new Stored(
                        entry.getKey().substring(bucket.length() + 1),
                        "\"etag\"",
                        entry.getValue().length,
                        Instant.EPOCH,
                        "STANDARD"))
                .toList();
    }
}
