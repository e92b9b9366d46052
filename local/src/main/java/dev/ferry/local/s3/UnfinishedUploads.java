package dev.ferry.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The half-written objects that a killed process left in its buckets. Their senders never had an answer, so
/// they are garbage.
///
/// @param root the directory whose children are the buckets; links to directories elsewhere are not followed
record UnfinishedUploads(Path root) {

    void delete() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (new ObjectFile(file).isUnfinishedUpload()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
