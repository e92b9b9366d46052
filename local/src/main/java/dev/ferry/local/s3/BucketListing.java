package dev.ferry.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Lists a directory tree in the order of S3, one page at a time, reading only what the page needs.
///
/// S3Proxy's own listing walks and sorts the whole bucket for every page of 1,000, which takes minutes for an
/// export of tens of thousands of files. This one starts at the page's first key and stops behind its last.
final class BucketListing {

    private static final String MULTIPART = ".mpus-";
    private static final String RESERVED = ".s3proxy-";

    private final Path bucket;
    private final boolean hidesUploads;
    private final ListingRequest request;
    private final List<ListedObject> lines = new ArrayList<>();

    /// @param hidesUploads whether half-written objects can be told by their missing entity tag
    BucketListing(Path bucket, boolean hidesUploads, ListingRequest request) {
        this.bucket = bucket;
        this.hidesUploads = hidesUploads;
        this.request = request;
    }

    /// Reads the page. Used once.
    ListingPage page() throws IOException {
        if (request.limit() == 0) {
            return new ListingPage(List.of(), false);
        }
        var slash = request.prefix().lastIndexOf('/');
        var start = slash < 0 ? "" : request.prefix().substring(0, slash + 1);
        var directory = bucket.resolve(start).normalize();
        if (directory.startsWith(bucket) && Files.isDirectory(directory)) {
            visitDirectory(directory, start);
        }
        var truncated = lines.size() > request.limit();
        return new ListingPage(truncated ? lines.subList(0, request.limit()) : lines, truncated);
    }

    private boolean full() {
        return lines.size() > request.limit();
    }

    private void visitDirectory(Path directory, String key) throws IOException {
        if (!key.isEmpty() && request.wants(key)) {
            addMarker(directory, key);
        }
        var pending = new TreeMap<String, Path>();
        children(directory, key, pending);
        while (!full() && !pending.isEmpty()) {
            var next = pending.pollFirstEntry();
            if (next.getKey().endsWith("/")) {
                visitChild(next.getValue(), key + next.getKey());
            } else {
                visitFile(next.getValue(), key, pending);
            }
        }
    }

    // A directory sorts as its name with a slash, and only looking at it tells it from a file: it goes back
    // into the queue
    // under that name, so that `a-b` comes before `a/c`.
    private void visitFile(Path file, String parent, TreeMap<String, Path> pending) throws IOException {
        var name = file.getFileName().toString();
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                pending.put(name + "/", file);
            } else if (request.wants(parent + name) && !hidden(file)) {
                lines.add(new ListedObject.Key(
                        parent + name,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant(),
                        new ObjectFile(file).entityTag()));
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            return;
        }
    }

    private void visitChild(Path directory, String key) throws IOException {
        if (!request.reaches(key)) {
            return;
        }
        if (!request.rollsUp(key)) {
            visitDirectory(directory, key);
        } else if (request.wants(key)) {
            lines.add(new ListedObject.CommonPrefix(key));
        }
    }

    private void addMarker(Path directory, String key) throws IOException {
        var tag = new ObjectFile(directory).entityTag();
        if (tag.isPresent()) {
            var modified = Files.getLastModifiedTime(directory).toInstant();
            lines.add(new ListedObject.Key(key, 0, modified, tag));
        }
    }

    private void children(Path directory, String key, TreeMap<String, Path> pending) throws IOException {
        try (var stream = Files.newDirectoryStream(directory)) {
            for (var child : stream) {
                var name = child.getFileName().toString();
                var reserved = name.startsWith(MULTIPART) || name.startsWith(RESERVED);
                if (!reserved && (request.wants(key + name) || request.reaches(key + name + "/"))) {
                    pending.put(name, child);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException deletedMeanwhile) {
            pending.clear();
        }
    }

    private boolean hidden(Path file) {
        return hidesUploads && new ObjectFile(file).isUnfinishedUpload();
    }
}
