package dev.ferry.handlers.scope;

import dev.ferry.core.run.RunRef;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.handlers.extract.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch of files to look at. *Shape*: `{"run":{...},"items":[{"channel","key","size","etag"}]}`, of either
/// manifest of extraction.
public record ProfileBatch(RunRef run, List<Item> items) {
    public ProfileBatch {
        items = List.copyOf(items);
    }

    /// One file.
    ///
    /// @param channel absent for files of the batch export
    public record Item(@Nullable Channel channel, String key, long size, String etag) {}

    /// A name that the same files have each time.
    String name() {
        return items.stream()
                .map(item -> RecordDigest.of(item.key(), item.channel() + item.etag()))
                .reduce(RecordDigest.EMPTY, RecordDigest::plus)
                .hex();
    }
}
