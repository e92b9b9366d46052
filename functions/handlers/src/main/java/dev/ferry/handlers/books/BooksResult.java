package dev.ferry.handlers.books;

import java.util.Map;

/// Whether the books of a phase balance. *Shape*: `{"balanced","booksKey","counts":{term:count}}`.
///
/// @param booksKey of the books in the work bucket
public record BooksResult(boolean balanced, String booksKey, Map<String, Long> counts) {}
