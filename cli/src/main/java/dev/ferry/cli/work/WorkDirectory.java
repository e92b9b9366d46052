package dev.ferry.cli.work;

import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The directory that a local migration lives in.
///
/// *Shape*: `cloud/` (the embedded cloud's data), `cloud.json` (where its services answer, while it runs),
/// `migration.json` (whose it is),
/// `logs/ferry.log`, `report.html`, `run-results.json`, `lists/*.csv`, `owners.csv`, `target/{Object}.jsonl`.
public record WorkDirectory(Path root) {
    public WorkDirectory {
        root = root.toAbsolutePath().normalize();
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new UsageProblem("not a directory", root.toString(), "name another with --work");
        }
    }

    /// Makes the directory where it is missing.
    public WorkDirectory prepare() {
        try {
            Files.createDirectories(log().getParent());
            return this;
        } catch (IOException e) {
            throw new UsageProblem("work directory cannot be made", root.toString(), "name another with --work", e);
        }
    }

    /// Where the embedded cloud keeps its data.
    public Path cloudData() {
        return root.resolve("cloud");
    }

    /// Where the services of the running cloud are written down.
    public Path cloudFile() {
        return root.resolve("cloud.json");
    }

    /// Where stack traces go.
    public Path log() {
        return root.resolve("logs").resolve("ferry.log");
    }

    /// The page to sign.
    public Path report() {
        return root.resolve("report.html");
    }

    /// The results of the last run.
    public Path runResults() {
        return root.resolve("run-results.json");
    }

    /// What the target holds, one file an object.
    public Path target() {
        return root.resolve("target");
    }

    /// The owners file that `ferry owners export` writes.
    public Path owners() {
        return root.resolve("owners.csv");
    }

    /// Takes the directory for this process.
    public Claim claim() {
        prepare();
        Path lockFile = root.resolve(".lock");
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UsageProblem(
                        "work directory is in use by another ferry",
                        root.toString(),
                        "stop that one or name another with --work");
            }
            return new Claim(channel, cloudFile());
        } catch (IOException e) {
            throw new UsageProblem(
                    "work directory cannot be written",
                    root.toString(),
                    "grant write access to it or name another with --work",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// A hold on the directory. Where services answer is said only while somebody holds it, so the end of the hold
    /// takes that back.
    public static final class Claim implements AutoCloseable {
        private final FileChannel channel;
        private final Path cloudFile;

        private Claim(FileChannel channel, Path cloudFile) {
            this.channel = channel;
            this.cloudFile = cloudFile;
        }

        @Override
        public void close() {
            try (channel) {
                Files.deleteIfExists(cloudFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
