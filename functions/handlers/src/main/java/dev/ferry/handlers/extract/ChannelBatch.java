package dev.ferry.handlers.extract;

import dev.ferry.core.run.RunRef;
import java.util.List;

/// A batch of files of channels. *Shape*: `{"run":{...},"items":[...]}`.
public record ChannelBatch(RunRef run, List<ChannelFile> items) {
    public ChannelBatch {
        items = List.copyOf(items);
    }
}
