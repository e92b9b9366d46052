package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Binary bodies of files and notes, each in a file of its own named by the record id.
final class Bodies {
    private Bodies() {}

    static byte[] decode(Field field, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw RefusedRow.of(
                    "JSON_PARSER_ERROR", field.definition().label() + ": value is not base64", field.name());
        }
    }

    static void write(Path file, byte[] body) {
        try {
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the body of " + file.getFileName(), e);
        }
    }

    // ContentVersion.Checksum is an MD5, as on the platform; nothing relies on its strength.
    static String md5(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5", e);
        }
    }
}
