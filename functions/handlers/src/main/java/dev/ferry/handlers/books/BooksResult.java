package dev.ferry.handlers.books;

import java.util.Map;

/// Whether the books of a phase balance. *Shape*:
/// `{"balanced","booksKey","counts":{term:count},"finding"}`.
///
/// @param booksKey of the books in the work bucket
/// @param finding what does not balance, for a person; empty when all does
public record BooksResult(boolean balanced, String booksKey, Map<String, Long> counts, String finding) {}
