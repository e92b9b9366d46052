package dev.ferry.core.tally;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// An order-independent digest over (key, content hash) pairs: the sum modulo 2^256 of their SHA-256.
///
/// Addition is commutative and associative, so units add up in any order; unlike XOR, a pair counted twice does not
/// vanish.
///
/// *Shape*: 64 hexadecimal digits.
public record RecordDigest(BigInteger sum) {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /// The digest of no records.
    public static final RecordDigest EMPTY = new RecordDigest(BigInteger.ZERO);

    public RecordDigest {
        sum = sum.mod(MODULUS);
    }

    /// The digest of one record.
    public static RecordDigest of(String key, String contentHash) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(contentHash.getBytes(StandardCharsets.UTF_8));
            return new RecordDigest(new BigInteger(1, sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /// A digest from its hexadecimal form.
    public static RecordDigest parse(String hex) {
        return new RecordDigest(new BigInteger(hex, 16));
    }

    /// The digest of both sets of records together.
    public RecordDigest plus(RecordDigest other) {
        return new RecordDigest(sum.add(other.sum));
    }

    /// The hexadecimal form.
    public String hex() {
        return "%064x".formatted(sum);
    }
}
