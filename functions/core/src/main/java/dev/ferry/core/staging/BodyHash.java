package dev.ferry.core.staging;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a body, which is also its name in the body store. *Shape*: 64 hexadecimal digits.
public record BodyHash(String hex) {
    public BodyHash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, got " + hex.length());
        }
    }

    /// The hash of a body.
    public static BodyHash of(byte[] body) {
        try {
            return new BodyHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
