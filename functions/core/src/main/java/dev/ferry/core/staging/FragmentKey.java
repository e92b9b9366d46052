package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;
import java.util.Comparator;

/// What a fragment is called: made only of what it is, so that writing it again changes nothing.
///
/// *Shape*: `sortKey` is `{kind}|{entityId}|{feed}|{partition}|{file}|{chunk}`, chunk in six digits; within a
/// bucket the fragments of one entity are therefore neighbours.
///
/// @param entityId id of the entity under the alias that the row itself shows, before identities are resolved
/// @param partition for example `dt=2026-07-05/hr=14/mi=00`; for contributions, the bucket they come from
/// @param file name of the file in its partition
/// @param chunk number of the piece of the file's rows of this entity, from 0
public record FragmentKey(EntityKind kind, String entityId, String feed, String partition, String file, int chunk)
        implements Comparable<FragmentKey> {
    /// Between the parts of a sort key. It sorts before every character of an entity id, so that fragments are in
    /// the order of their entities also where one id begins with another.
    public static final char SEPARATOR = ' ';

    private static final int CHUNK_DIGITS = 6;
    private static final Comparator<FragmentKey> ORDER = Comparator.comparing(FragmentKey::sortKey);

    public FragmentKey {
        if (entityId.isBlank() || feed.isBlank()) {
            throw new IllegalArgumentException("a fragment belongs to an entity and a feed");
        }
        if (entityId.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("an entity id in a fragment key never holds a blank: see CanonicalIds");
        }
        if (chunk < 0) {
            throw new IllegalArgumentException("chunk numbers start at 0, was " + chunk);
        }
    }

    /// The bucket it is stored in. Agents and catalogues are few and read whole, so they are all in the first
    /// bucket.
    public Bucket bucket(BucketCount buckets) {
        return bucketOf(kind, entityId, buckets);
    }

    /// The bucket in which the fragments of an entity are stored.
    public static Bucket bucketOf(EntityKind kind, String entityId, BucketCount buckets) {
        return switch (kind) {
            case AGENT, QUEUE, INTENT, CONFIGURATION -> new Bucket(0);
            case CONVERSATION, CUSTOMER, ORGANIZATION -> buckets.of(entityId);
        };
    }

    /// The name within the bucket; its order is the order of reading.
    public String sortKey() {
        return entityPrefix(kind, entityId)
                + feed
                + SEPARATOR
                + partition
                + SEPARATOR
                + file
                + SEPARATOR
                + chunkDigits();
    }

    /// The chunk in six digits, more when it needs them.
    private String chunkDigits() {
        String digits = Integer.toString(chunk);
        return "0".repeat(Math.max(0, CHUNK_DIGITS - digits.length())) + digits;
    }

    /// What the sort keys of all fragments of an entity start with.
    public static String entityPrefix(EntityKind kind, String entityId) {
        return kind.label() + SEPARATOR + entityId + SEPARATOR;
    }

    @Override
    public int compareTo(FragmentKey other) {
        return ORDER.compare(this, other);
    }
}
