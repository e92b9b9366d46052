package dev.ferry.cli.cloud;

import dev.ferry.cli.work.WorkDirectory;
import java.nio.file.Path;
import java.util.List;

/// The embedded cloud with its simulated target, in this process.
///
/// *Threading*: for one thread.
public interface LocalCloud extends AutoCloseable {

    /// Where its services answer.
    CloudDescription description();

    /// The address of the simulated target's API.
    String targetUrl();

    /// Writes what the target holds, one file an object, one record a line as its API returns it; the files' names.
    List<Path> dumpTarget(Path directory);

    @Override
    void close();

    /// Starts embedded clouds.
    @FunctionalInterface
    interface Starter {

        /// Starts one whose data live in the work directory; what an earlier one left there goes on.
        LocalCloud start(WorkDirectory work, Setup setup);
    }

    /// How an embedded cloud is set up.
    ///
    /// @param export the export directory that is put into the source bucket
    /// @param portBase the first of the ports to use; 0 for any free ones
    record Setup(Path export, int portBase) {}
}
