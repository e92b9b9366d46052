package dev.ferry.core.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/// The hash of what a record says, independent of how it was written down: equal values have equal hashes.
///
/// *Shape*: 64 lower-case hexadecimal digits (SHA-256).
public record ContentHash(String hex) {

    /// Hashes field values by name. Every part is preceded by its length, so no two different records share a text.
    public static ContentHash of(SortedMap<String, FieldValue> fields) {
        MessageDigest digest = sha256();
        fields.forEach((name, value) -> {
            update(digest, name);
            update(digest, value.getClass().getSimpleName());
            update(digest, text(value));
        });
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    private static String text(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> text.value();
            case FieldValue.Numeric numeric -> numeric.value().toPlainString();
            case FieldValue.Flag flag -> Boolean.toString(flag.value());
            case FieldValue.Day day -> day.value().toString();
            case FieldValue.Moment moment -> Long.toString(moment.value().toEpochMilli());
            case FieldValue.Reference reference -> reference.object() + "/" + reference.key();
            case FieldValue.TargetId id -> id.value();
        };
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new FerryException(ErrorCode.INTERNAL, "this Java runtime has no SHA-256", e);
        }
    }
}
