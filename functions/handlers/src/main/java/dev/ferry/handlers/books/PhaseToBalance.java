package dev.ferry.handlers.books;

import dev.ferry.core.run.RunRef;

/// Which books to balance. *Shape*: `{"run":{...},"phase":"extract"}`.
///
/// @param phase `extract`, `read` or `assemble`
public record PhaseToBalance(RunRef run, String phase) {}
