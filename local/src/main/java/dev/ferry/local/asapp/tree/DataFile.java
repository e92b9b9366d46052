package dev.ferry.local.asapp.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as it is handed out, under the name it is handed out by.
public record DataFile(String name, Path content) {

    /// Its length in bytes.
    public long size() {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Looking at " + name, e);
        }
    }
}
