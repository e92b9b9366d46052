package dev.ferry.local.asapp.batch;

import dev.ferry.local.asapp.tree.DataFile;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.PartitionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The bucket on disk. Files are linked to those of the export where the file system can, else copied.
///
/// A file is whole when it appears. A linked file keeps the modification time of the export's.
///
/// *Threading*: for one thread.
final class BucketDirectory {
    private final Path root;
    private final Path drafts;
    private final PartitionFiles files;

    BucketDirectory(Path root, PartitionFiles files) {
        this.root = root;
        this.drafts = root.resolveSibling(root.getFileName() + ".drafts");
        this.files = files;
    }

    void clear() {
        try {
            delete(root);
            delete(drafts);
            Files.createDirectories(root);
            Files.createDirectories(drafts);
        } catch (IOException e) {
            throw new UncheckedIOException("Emptying " + root, e);
        }
    }

    void putSchema(Path file) {
        if (Files.isRegularFile(file)) {
            try {
                link(file, root.resolve(file.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException("Publishing the schema file", e);
            }
        }
    }

    void put(Appearance appearance) {
        Path directory = root.resolve(appearance.key());
        try {
            Files.createDirectories(directory);
            switch (appearance.kind()) {
                case DATA -> {
                    for (DataFile file : files.of(appearance.partition())) {
                        link(file.content(), directory.resolve(file.name()));
                    }
                }
                case SUCCESS -> {
                    Path marker = Files.createTempFile(drafts, "success", "");
                    Files.setLastModifiedTime(marker, FileTime.from(appearance.at()));
                    Files.move(marker, directory.resolve(ExportTree.SUCCESS), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Publishing " + appearance.key(), e);
        }
    }

    void remove(Appearance appearance) {
        Path directory = root.resolve(appearance.key());
        try {
            switch (appearance.kind()) {
                case DATA -> delete(directory);
                case SUCCESS -> Files.deleteIfExists(directory.resolve(ExportTree.SUCCESS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Taking back " + appearance.key(), e);
        }
    }

    private void link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file.toRealPath());
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Path draft = Files.createTempFile(drafts, "copy", "");
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(directory)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
