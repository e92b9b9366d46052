package dev.ferry.local.intercom.files;

import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The bytes of attachments, by their hash, and the addresses they are read from for a while.
///
/// *Threading*: safe for concurrent use.
public final class FileStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final URI host;
    private final Workspace workspace;

    /// @param directory is made when missing
    /// @param host the base of the addresses
    public FileStore(Path directory, URI host, Workspace workspace) {
        this.directory = directory;
        this.host = host;
        this.workspace = workspace;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + directory, e);
        }
    }

    /// Keeps bytes and gives back their hash.
    public String keep(byte[] bytes) {
        String hash = hash(bytes);
        Path file = directory.resolve(hash);
        if (Files.exists(file)) {
            return hash;
        }
        try {
            Path part = Files.createTempFile(directory, hash, ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("Keeping an attachment in " + directory, e);
        }
    }

    /// An address that can be read until the end of its life.
    public String address(String hash, String name) {
        long expires =
                workspace.seconds() + workspace.knobs().messages().urlTtl().toSeconds();
        return "%s/downloads/i/o/%s/%s?expires=%d&signature=%s"
                .formatted(
                        host,
                        hash,
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"),
                        expires,
                        signature(hash, expires));
    }

    /// Answers a request for an address: the bytes, or 403 when it is not one or its life is over.
    public Response answer(Request request) throws IOException {
        List<String> path = request.segments();
        String hash = path.size() == 5 ? path.get(3) : "";
        long expires = expires(request);
        boolean valid = HASH.matcher(hash).matches()
                && signature(hash, expires).equals(request.query().get("signature"))
                && expires >= workspace.seconds();
        if (!valid) {
            return Response.text(403, "text/plain", "Access Denied");
        }
        return Response.bytes(200, "application/octet-stream", Files.readAllBytes(directory.resolve(hash)));
    }

    private static long expires(Request request) {
        try {
            return Long.parseLong(request.query().getOrDefault("expires", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String signature(String hash, long expires) {
        String text = "%s %d %d".formatted(hash, expires, workspace.chance().seed());
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
