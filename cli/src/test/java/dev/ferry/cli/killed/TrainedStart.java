package dev.ferry.cli.killed;

import dev.ferry.cli.start.PackedClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How the JVM of a demo starts that is started a hundred times: the first run keeps the classes it has loaded for
/// all others, as `ferry train` does.
record TrainedStart(String classPath, Path cache) {

    static TrainedStart in(Path directory) {
        try {
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
            String packed = new PackedClassPath(Files.createDirectories(directory)).pack(classes);
            return new TrainedStart(packed, directory.resolve("classes.aot"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not pack the class path into " + directory, e);
        }
    }

    /// For the run that the others profit from.
    List<String> training() {
        return List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath);
    }

    /// For the others.
    List<String> trained() {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off", "-cp", classPath);
    }
}
