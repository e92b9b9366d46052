package dev.ferry.handlers.report;

import dev.ferry.core.report.FeedInventory;
import dev.ferry.handlers.run.RunPorts;
import java.util.List;

/// What the report says, for tests of other packages.
public final class ReportForTests {
    private ReportForTests() {}

    /// The source, feed by feed.
    public static List<FeedInventory> feeds(RunPorts run) {
        return Inventory.feeds(run);
    }
}
