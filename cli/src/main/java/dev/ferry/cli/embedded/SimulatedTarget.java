package dev.ferry.cli.embedded;

import dev.ferry.cli.cloud.LocalCloud;
import java.nio.file.Path;
import java.util.List;

/// A target that is simulated beside the embedded cloud; its state is kept in the work directory.
///
/// *Threading*: for one thread.
interface SimulatedTarget extends AutoCloseable {

    /// Where it answers, and what a run's configuration says of it.
    LocalCloud.Target description();

    /// Its credentials, as an operator would store those of the real thing.
    SimulatorSecret secret();

    /// Writes what it holds, one file an object, one record a line as its API returns it; the files' names.
    ///
    /// @param objects that the mapping names
    List<Path> dump(Path directory, List<String> objects);

    /// What it was asked since its start, in order: `GET /path`.
    List<String> requests();

    @Override
    void close();
}
