/// Reading ASAPP's APIs page by page: work that parks when the day is spent and goes on from a cursor.
///
/// Requests of a page are sent at once, as many as a lease of the budget has slots; what comes back is staged as
/// fragments or copied as files before the cursor moves on. Listing and surveying feeds stage nothing. Neighbours:
/// `client` sends, `conversations` and `configuration` stage, `fileexporter` reads the copies, `handlers.pages` runs
/// this on a queue.
@NullMarked
package dev.ferry.asapp.pages;

import org.jspecify.annotations.NullMarked;
