package dev.ferry.cli.command;

import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Options that say what is to be migrated, for a cloud that runs already.
final class ConfigOptions {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The run's configuration.")
    private Path config = Path.of("");

    @Option(names = "--migration", required = true, paramLabel = "ID", description = "The migration's id.")
    private String migration = "";

    String migration() {
        return migration;
    }

    /// The configuration.
    ///
    /// *Errors*: one line when there is no such file.
    byte[] read() throws IOException {
        if (!Files.isRegularFile(config)) {
            throw new UsageProblem("configuration not found", config.toString(), "check the path");
        }
        return Files.readAllBytes(config);
    }

    /// The options as they have to be repeated in a next command.
    String repeated() {
        return " --config %s --migration %s".formatted(config, migration);
    }
}
