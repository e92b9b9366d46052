package dev.ferry.core.work;

import java.io.OutputStream;

/// A file of a work store that is being written: it appears whole when it is committed, and not at all when it is
/// closed before, as a writer that failed closes it. What had that name before stays until then.
///
/// *Threading*: for one thread. *Errors*: `STORE_UNAVAILABLE` when the store does not answer.
public abstract class WorkFile extends OutputStream {
    /// Makes the file appear: the last thing that its writer does.
    ///
    /// *Errors*: [IllegalStateException] after it was closed.
    public abstract void commit();

    /// Ends the writing. Of a file that has not been committed nothing is left.
    @Override
    public abstract void close();
}
