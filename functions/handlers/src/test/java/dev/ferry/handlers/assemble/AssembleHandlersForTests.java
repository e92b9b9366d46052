package dev.ferry.handlers.assemble;

import dev.ferry.handlers.run.Runs;

/// The handlers of assembly on ports in memory.
public final class AssembleHandlersForTests {
    private AssembleHandlersForTests() {}

    public static ResolveIdentitiesHandler resolveIdentities(Runs runs) {
        return new ResolveIdentitiesHandler(runs);
    }

    public static AssembleBucketsHandler assembleBuckets(Runs runs) {
        return new AssembleBucketsHandler(runs);
    }
}
