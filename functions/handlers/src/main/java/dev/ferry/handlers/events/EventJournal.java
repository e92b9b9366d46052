package dev.ferry.handlers.events;

/// Where events are kept.
interface EventJournal {

    /// Keeps a line; it is safe when this returns.
    ///
    /// *Errors*: [dev.ferry.core.failure.FerryException] when it could not be kept.
    void keep(EventLine line);
}
