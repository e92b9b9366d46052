package dev.ferry.cli.command;

import dev.ferry.cli.UsageProblem;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunConfigReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /// The configuration, which every run also checks; here mistakes are named with the file before anything
    /// starts.
    ///
    /// *Errors*: one line when there is no such file, it has mistakes or is of another migration.
    byte[] read() throws IOException {
        if (!Files.isRegularFile(config)) {
            throw new UsageProblem("configuration not found", config.toString(), "check the path");
        }
        byte[] content = Files.readAllBytes(config);
        RunConfig read = RunConfigReader.read(config.toString(), new String(content, StandardCharsets.UTF_8));
        if (!read.migrationId().equals(migration)) {
            throw new UsageProblem(
                    "the configuration is of migration " + read.migrationId(),
                    config.toString(),
                    "give --migration " + read.migrationId() + " or another file");
        }
        return content;
    }

    /// The options as they have to be repeated in a next command.
    String repeated() {
        return " --config %s --migration %s".formatted(config, migration);
    }
}
