package dev.ferry.core.paging;

/// Work that is done page by page.
///
/// *Threading*: for one thread.
@FunctionalInterface
public interface PagedWork {

    /// Does a page and leaves its result behind, under a name that derives from the cursor.
    ///
    /// @param cursor where the page begins; empty for the first
    Page next(String cursor);
}
