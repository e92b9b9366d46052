/// Conversations: their first message, the parts that follow, their state, and their end.
///
/// Neighbours: `contacts` are their participants, `people` their other authors, `files` their attachments, `tags`
/// what is applied to them; `tickets` are made of them; `limits` paces replies. Invariant: a part is never changed
/// but by redaction, and never removed but with its conversation.
@NullMarked
package dev.ferry.local.intercom.conversations;

import org.jspecify.annotations.NullMarked;
