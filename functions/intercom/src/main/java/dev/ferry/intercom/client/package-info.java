/// Intercom's REST API as Java calls, over `java.net.http` alone.
///
/// [dev.ferry.intercom.client.IntercomClient] is the door: people, attributes, tags and conversations are resources
/// behind it, `internal` talks HTTP. Answers stay JSON: Intercom adds fields without notice, and a loader reads
/// few.
///
/// Invariants: every attempt of every call takes a turn of its own from the shared budget
/// ([dev.ferry.core.budget.RequestBudget]); a call that makes a conversation or a part is never repeated when its
/// answer was lost, the exception says so; messages of exceptions carry codes, fields and request ids, never what
/// Intercom wrote, which may quote a person; the token is in no log, message or `toString`.
@NullMarked
package dev.ferry.intercom.client;

import org.jspecify.annotations.NullMarked;
