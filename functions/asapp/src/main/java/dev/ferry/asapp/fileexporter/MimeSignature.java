package dev.ferry.asapp.fileexporter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The types that begin with bytes of their own, so that a file says itself whether it is of one.
public final class MimeSignature {
    /// How many bytes are enough to see. *Units*: bytes.
    public static final int LENGTH = 8;

    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final Map<String, String> SIGNATURES =
            Map.of("application/pdf", "%PDF-", "image/png", PNG, "image/jpeg", JPEG, "image/gif", "GIF8");

    private MimeSignature() {}

    /// The type that the beginning of a file shows; empty for one of the many that show nothing.
    public static Optional<String> of(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        return SIGNATURES.entrySet().stream()
                .filter(signature -> text.startsWith(signature.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether a file can be of the type that is declared.
    ///
    /// @param seen the type that its beginning shows, null for none
    public static boolean fits(@Nullable String declared, @Nullable String seen) {
        if (declared == null) {
            return true;
        }
        String plain = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String type = plain.equals("image/jpg") ? "image/jpeg" : plain;
        return seen == null
                ? !SIGNATURES.containsKey(type)
                : type.equals(seen) || type.equals("application/octet-stream");
    }
}
