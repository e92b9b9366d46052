package dev.ferry.handlers.assemble;

import dev.ferry.core.run.RunRef;
import java.util.List;

/// A batch of units to assemble. *Shape*: `{"run":{...},"items":[{"kind","bucket"}]}`.
public record AssembleBatch(RunRef run, List<AssembleItem> items) {
    public AssembleBatch {
        items = List.copyOf(items);
    }
}
