package dev.ferry.local.cloud;

import java.nio.file.Path;

/// Another cloud runs on the work directory. The message is one line for a terminal.
public final class WorkDirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkDirectoryInUseException(Path workDirectory) {
        super("Work directory %s is in use%s. Stop that process, or choose another directory with --work-directory."
                .formatted(workDirectory, holder(workDirectory)));
    }

    private static String holder(Path workDirectory) {
        return CloudEndpoints.read(workDirectory)
                .map(endpoints -> " by process " + endpoints.process())
                .orElse("");
    }
}
