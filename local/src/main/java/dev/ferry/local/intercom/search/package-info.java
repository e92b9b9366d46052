/// The query language of the search endpoints.
///
/// A [dev.ferry.local.intercom.search.SearchQuery] is parsed against the
/// [dev.ferry.local.intercom.search.SearchField]s of an object. Neighbours: `contacts`, `conversations` and
/// `tickets`
/// say which fields they have. Invariant: an operator that the documents do not allow for a field is refused.
@NullMarked
package dev.ferry.local.intercom.search;

import org.jspecify.annotations.NullMarked;
