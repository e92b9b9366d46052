package dev.ferry.handlers.extract;

import dev.ferry.core.run.RunRef;
import java.util.List;

/// A batch of files to read. *Shape*: `{"run":{...},"items":[{"key","size","etag"}],"force"}`.
///
/// @param force reads files again that have been read before in this run
public record ExtractBatch(RunRef run, List<FileItem> items, boolean force) {
    public ExtractBatch {
        items = List.copyOf(items);
    }
}
