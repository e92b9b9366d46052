package dev.ferry.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The exclusive right to a work directory. The operating system gives it back when the process ends, however it
/// ends.
final class WorkDirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private WorkDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the directory, which is created when missing.
    ///
    /// *Errors*: [WorkDirectoryInUseException] when another cloud has it.
    static WorkDirectoryLock take(Path workDirectory) {
        try {
            Files.createDirectories(workDirectory);
            var channel = FileChannel.open(
                    workDirectory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new WorkDirectoryLock(channel);
            }
            channel.close();
            throw new WorkDirectoryInUseException(workDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock the work directory " + workDirectory, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unlock the work directory", e);
        }
    }
}
