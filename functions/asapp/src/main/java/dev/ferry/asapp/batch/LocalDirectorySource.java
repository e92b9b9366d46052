package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// An export in a directory, for the laptop and for tests.
public final class LocalDirectorySource implements SourceStore {
    private final Path root;

    public LocalDirectorySource(Path root) {
        this.root = root;
    }

    @Override
    public Stream<SourceObject> list(String prefix) {
        try {
            return Files.walk(root, FileVisitOption.FOLLOW_LINKS)
                    .filter(Files::isRegularFile)
                    .map(this::object)
                    .filter(object -> object.key().startsWith(prefix));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot list the directory " + root, e);
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return Files.newInputStream(root.resolve(key));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot open " + key + " in " + root, e);
        }
    }

    private SourceObject object(Path file) {
        try {
            long size = Files.size(file);
            String key = root.relativize(file).toString().replace(File.separatorChar, '/');
            return new SourceObject(
                    key, size, size + "-" + Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot look at " + file, e);
        }
    }
}
