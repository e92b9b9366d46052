package dev.ferry.handlers.extract;

import dev.ferry.handlers.run.Runs;

/// The handlers of extraction on ports in memory.
public final class ExtractHandlersForTests {
    private ExtractHandlersForTests() {}

    public static ListPartitionsHandler listPartitions(Runs runs) {
        return new ListPartitionsHandler(runs);
    }

    public static ExtractFilesHandler extractFiles(Runs runs) {
        return new ExtractFilesHandler(runs);
    }

    public static ListChannelFilesHandler listChannelFiles(Runs runs) {
        return new ListChannelFilesHandler(runs);
    }

    public static ExtractChannelFilesHandler extractChannelFiles(Runs runs) {
        return new ExtractChannelFilesHandler(runs);
    }

    public static ExtractCrosswalkHandler extractCrosswalk(Runs runs) {
        return new ExtractCrosswalkHandler(runs);
    }
}
