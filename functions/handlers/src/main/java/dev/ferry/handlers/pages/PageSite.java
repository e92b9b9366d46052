package dev.ferry.handlers.pages;

import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.paging.PagedWork;

/// The work of one message, with everything that it needs. Closing it gives back what it did not use of the budget.
interface PageSite extends AutoCloseable {
    /// The work.
    PagedWork work();

    /// Where the budget stands.
    BudgetState budget();

    /// Notes about how many requests the work has still to send.
    void toCome(long requests);

    @Override
    void close();

    /// Opens the work of messages.
    @FunctionalInterface
    interface Sites {
        /// The site of a message's work. Nothing is sent before it is used.
        ///
        /// *Errors*: `CONFIGURATION` for a work that Ferry does not know, or a run that uses no API.
        PageSite open(PageMessage message);
    }
}
