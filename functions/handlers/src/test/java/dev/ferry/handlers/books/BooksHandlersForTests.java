package dev.ferry.handlers.books;

import dev.ferry.handlers.run.Runs;

/// The handler of the books on ports in memory.
public final class BooksHandlersForTests {
    private BooksHandlersForTests() {}

    public static ReconcileHandler reconcile(Runs runs) {
        return new ReconcileHandler(runs);
    }
}
