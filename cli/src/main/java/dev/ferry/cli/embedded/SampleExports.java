package dev.ferry.cli.embedded;

import dev.ferry.local.sample.SampleExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// Sample exports with what an operator writes beside an export.
public final class SampleExports {
    private static final long SEED = 7;

    private SampleExports() {}

    /// Writes a sample; the same size gives the same bytes. The directory is there once all of it is.
    public static void write(Path directory, int conversations) {
        Path draft = directory.resolveSibling(directory.getFileName() + ".part");
        Path inventory = draft.resolve("inventory");
        try {
            delete(draft);
            SampleExport.write(draft, SEED, conversations);
            Files.createDirectories(inventory);
            Files.writeString(inventory.resolve("configuration.yaml"), "company: " + SampleExport.COMPANY + "\n");
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
