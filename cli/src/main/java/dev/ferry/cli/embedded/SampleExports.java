package dev.ferry.cli.embedded;

import dev.ferry.local.sample.SampleExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sample exports with what an operator writes beside an export.
public final class SampleExports {
    private static final long SEED = 7;

    private SampleExports() {}

    /// Writes a sample; the same size gives the same bytes.
    public static void write(Path directory, int conversations) {
        SampleExport.write(directory, SEED, conversations);
        Path inventory = directory.resolve("inventory");
        try {
            Files.createDirectories(inventory);
            Files.writeString(inventory.resolve("configuration.yaml"), "company: " + SampleExport.COMPANY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
