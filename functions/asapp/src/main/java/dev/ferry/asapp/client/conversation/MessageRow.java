package dev.ferry.asapp.client.conversation;

import dev.ferry.asapp.client.RawRow;
import java.time.Instant;

/// A message as the API tells it.
///
/// @param role of its sender: `agent`, `customer` or `system`
/// @param ingested when ASAPP took it in
/// @param sent when it was sent
public record MessageRow(MessageId id, String role, Instant ingested, Instant sent, RawRow row) {}
