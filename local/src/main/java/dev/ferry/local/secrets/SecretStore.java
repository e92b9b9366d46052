package dev.ferry.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Secrets as files `<name>.json` with permissions 0600 in a directory with 0700. Names are URL-encoded.
///
/// *Threading*: safe for concurrent use; of two writers of one secret the later wins.
final class SecretStore {

    private static final String SUFFIX = ".json";
    private static final FileAttribute<?> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path directory;

    SecretStore(Path directory) {
        try {
            Files.createDirectories(directory, OWNER_DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not create the secrets directory " + directory, e);
        }
        this.directory = directory;
    }

    Optional<Secret> find(String name) {
        try {
            return Optional.of(secret(json.readTree(Files.readString(file(name)))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read secret " + name, e);
        }
    }

    void put(Secret secret) {
        var row = json.createObjectNode()
                .put("name", secret.name())
                .put("version", secret.version())
                .put("created", secret.created().toEpochMilli())
                .put("changed", secret.changed().toEpochMilli())
                .put("value", secret.value().text());
        try {
            var draft = Files.createTempFile(directory, "draft", ".tmp", OWNER_FILE);
            Files.writeString(draft, row.toString());
            Files.move(draft, file(secret.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write secret " + secret.name(), e);
        }
    }

    /// Every secret, in the order of names.
    List<Secret> all() {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (var file : files) {
                var encoded = file.getFileName().toString();
                names.add(URLDecoder.decode(
                        encoded.substring(0, encoded.length() - SUFFIX.length()), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list the secrets in " + directory, e);
        }
        return names.stream().sorted().map(this::find).flatMap(Optional::stream).toList();
    }

    private Path file(String name) {
        return directory.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX);
    }

    private static Secret secret(JsonNode row) {
        return new Secret(
                row.required("name").textValue(),
                row.required("version").textValue(),
                Instant.ofEpochMilli(row.required("created").longValue()),
                Instant.ofEpochMilli(row.required("changed").longValue()),
                new Secret.Value(row.required("value").textValue()));
    }
}
