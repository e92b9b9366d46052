package dev.ferry.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The port of a simulator, kept beside its data: a run that goes on finds it where it was.
record KeptPort(Path file) {

    /// The port of the last start, or the one that is asked for; 0 for any free one.
    int choose(int asked) {
        try {
            return asked == 0 && Files.isRegularFile(file)
                    ? Integer.parseInt(Files.readString(file).strip())
                    : asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(int port) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(draft, Integer.toString(port));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
