package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// An export in a directory, for the laptop and for tests.
public final class LocalDirectorySource implements SourceStore {
    private final Path root;

    public LocalDirectorySource(Path root) {
        this.root = root;
    }

    @Override
    public Stream<SourceObject> list(String prefix) {
        Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (Files.isDirectory(root) && !Files.isDirectory(start)) {
            return Stream.empty();
        }
        List<SourceObject> objects = new ArrayList<>();
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile()) {
                                objects.add(object(file, attributes));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot list the directory " + start, e);
        }
        return objects.stream().filter(object -> object.key().startsWith(prefix));
    }

    @Override
    public InputStream open(String key) {
        try {
            return Files.newInputStream(root.resolve(key));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot open " + key + " in " + root, e);
        }
    }

    private SourceObject object(Path file, BasicFileAttributes attributes) {
        String key = root.relativize(file).toString().replace(File.separatorChar, '/');
        return new SourceObject(
                key,
                attributes.size(),
                attributes.size() + "-" + attributes.lastModifiedTime().toMillis());
    }
}
