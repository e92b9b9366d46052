package dev.ferry.core.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/// How many different keys there were: exact up to [#EXACT] of them, and within about one part in a hundred beyond.
///
/// It keeps the smallest hashes of the keys: of evenly spread hashes, how dense the smallest lie says how many
/// there are. Unions and differences are as good as the counts they are made of. *Source*: Bar-Yossef et al.,
/// Counting Distinct Elements in a Data Stream, 2002; Dasgupta et al., A Framework for Estimating Stream Expression
/// Cardinalities, 2016.
///
/// *Shape* as JSON: base64 of the hashes. *Threading*: for one thread.
public final class DistinctCount {
    /// Up to how many keys the count is exact.
    public static final int EXACT = 16_384;

    private static final double SPACE = Math.pow(2, Long.SIZE);

    // Unsigned order by flipping the sign.
    private final NavigableSet<Long> smallest = new TreeSet<>();
    private final MessageDigest digest = sha256();
    private boolean cut;

    /// Nothing counted.
    public DistinctCount() {}

    /// What [#packed] gave.
    @JsonCreator
    public static DistinctCount of(String packed) {
        DistinctCount count = new DistinctCount();
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        count.cut = bytes.get() != 0;
        while (bytes.hasRemaining()) {
            count.smallest.add(bytes.getLong());
        }
        return count;
    }

    /// All of it as text.
    @JsonValue
    public String packed() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + smallest.size() * Long.BYTES);
        bytes.put((byte) (cut ? 1 : 0));
        smallest.forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /// Counts a key, once.
    public void add(String key) {
        byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        keep(ByteBuffer.wrap(hash).getLong() ^ Long.MIN_VALUE);
    }

    /// Both together; a key of both is one.
    public DistinctCount union(DistinctCount other) {
        DistinctCount union = new DistinctCount();
        long bound = Math.min(bound(), other.bound());
        union.keepBelow(smallest, bound);
        union.keepBelow(other.smallest, bound);
        union.cut |= cut || other.cut;
        return union;
    }

    /// How many keys are counted here and not there.
    public long without(DistinctCount other) {
        long bound = Math.min(bound(), other.bound());
        long here = smallest.headSet(bound, true).stream()
                .filter(hash -> !other.smallest.contains(hash))
                .count();
        return scaled(here, bound, cut || other.cut);
    }

    /// How many keys there were.
    public long value() {
        return cut ? scaled(smallest.size() - 1L, bound(), true) : smallest.size();
    }

    /// Whether the value is no estimate.
    public boolean exact() {
        return !cut;
    }

    private void keepBelow(Collection<Long> hashes, long bound) {
        for (long hash : hashes) {
            if (hash <= bound) {
                keep(hash);
            }
        }
    }

    private void keep(long hash) {
        if (cut && hash >= smallest.last()) {
            return;
        }
        if (smallest.add(hash) && smallest.size() > EXACT) {
            smallest.pollLast();
            cut = true;
        }
    }

    // All keys with hashes up to here are kept.
    private long bound() {
        return cut ? smallest.last() : Long.MAX_VALUE;
    }

    private static long scaled(long kept, long bound, boolean estimated) {
        if (!estimated) {
            return kept;
        }
        double share = ((double) bound - Long.MIN_VALUE) / SPACE;
        return Math.round(kept / share);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
