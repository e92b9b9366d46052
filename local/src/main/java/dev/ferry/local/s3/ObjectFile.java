package dev.ferry.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file as S3Proxy stores objects: the entity tag is in an extended attribute, and a half-written object has
/// a random suffix and no such attribute.
///
/// @param path the file, or the directory of a key that ends in a slash
record ObjectFile(Path path) {

    private static final String ENTITY_TAG = "user.content-md5";
    private static final int MD5_BYTES = 16;
    private static final Pattern UPLOAD_NAME =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// The entity tag; empty for files that did not come through S3, and where the file system has no attributes.
    Optional<String> entityTag() {
        var view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        try {
            if (!view.list().contains(ENTITY_TAG)) {
                return Optional.empty();
            }
            var value = ByteBuffer.allocate(view.size(ENTITY_TAG));
            view.read(ENTITY_TAG, value);
            // Sixteen raw bytes for a simple object; text for one that was uploaded in parts.
            var bytes = value.array();
            return Optional.of(
                    bytes.length == MD5_BYTES
                            ? HexFormat.of().formatHex(bytes)
                            : new String(bytes, StandardCharsets.US_ASCII));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// Whether this is an upload that is still running, or that a killed process left behind.
    boolean isUnfinishedUpload() {
        return UPLOAD_NAME.matcher(path.getFileName().toString()).matches()
                && entityTag().isEmpty();
    }

    /// Whether files below a directory can carry entity tags at all.
    static boolean canHaveEntityTags(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView(UserDefinedFileAttributeView.class);
    }
}
