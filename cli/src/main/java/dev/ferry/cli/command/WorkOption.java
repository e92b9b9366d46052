package dev.ferry.cli.command;

import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.work.WorkDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say which cloud is meant: that of a work directory, or one of AWS.
final class WorkOption {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "ferry-work",
            description = "Work directory (default: ${DEFAULT-VALUE}).")
    private Path work = Path.of("ferry-work");

    @Option(
            names = "--cloud",
            paramLabel = "FILE",
            description = "Description of a cloud on AWS (default: the cloud that runs on the work directory).")
    private @Nullable Path cloud;

    WorkDirectory directory() {
        return new WorkDirectory(work);
    }

    CloudDescription cloud() {
        return CloudDescription.read(cloud == null ? directory().cloudFile() : cloud);
    }

    /// The options as they have to be repeated in a next command.
    String repeated() {
        String quoted = work.toString().contains(" ") ? "'" + work + "'" : work.toString();
        return (work.equals(Path.of("ferry-work")) ? "" : " --work " + quoted)
                + (cloud == null ? "" : " --cloud " + cloud);
    }
}
