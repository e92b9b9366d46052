/// Work that is done page by page, and can stop after any page and go on elsewhere: at a limit of a provider, at
/// the end of an invocation, after a death.
///
/// [dev.ferry.core.paging.PagedWork] does a page for a cursor; [dev.ferry.core.paging.RunPages] does pages until
/// there are no more, the provider's day is spent or time is up, and says which. Invariants: a page that is done
/// twice leaves the same behind; a cursor is small and holds nothing personal, since state machines carry it.
/// Neighbours: `asapp.pages` has such work, `handlers.pages` runs it.
@NullMarked
package dev.ferry.core.paging;

import org.jspecify.annotations.NullMarked;
