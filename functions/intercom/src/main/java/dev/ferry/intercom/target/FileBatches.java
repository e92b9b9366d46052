package dev.ferry.intercom.target;

import dev.ferry.intercom.target.IntercomOptions.FileLimits;
import java.util.ArrayList;
import java.util.List;

/// The files of a message as they are sent: at most ten with one part, the rest with parts that follow.
///
/// *Source*: Intercom, reply: up to ten files; no limit of bytes is documented.
///
/// @param batches the files of each part
/// @param left the files that are not sent: too large, empty, or without bytes
record FileBatches(List<List<MessageFile>> batches, List<MessageFile> left) {
    private static final int MOST_FILES = 10;

    FileBatches {
        batches = batches.stream().map(List::copyOf).toList();
        left = List.copyOf(left);
    }

    static FileBatches of(List<MessageFile> files, FileLimits limits) {
        List<List<MessageFile>> batches = new ArrayList<>();
        List<MessageFile> left = new ArrayList<>();
        List<MessageFile> batch = new ArrayList<>();
        long bytes = 0;
        for (MessageFile file : files) {
            if (!file.hasBytes() || file.size() > limits.perFile()) {
                left.add(file);
                continue;
            }
            if (batch.size() == MOST_FILES || (!batch.isEmpty() && bytes + file.size() > limits.perRequest())) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(file);
            bytes += file.size();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return new FileBatches(batches, left);
    }

    /// The files that are sent, in all parts.
    List<MessageFile> sent() {
        return batches.stream().flatMap(List::stream).toList();
    }
}
