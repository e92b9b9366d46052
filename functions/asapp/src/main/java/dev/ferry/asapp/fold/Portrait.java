package dev.ferry.asapp.fold;

import dev.ferry.core.source.ConversationAgents;
import dev.ferry.core.source.ConversationContext;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.ConversationOutcome;
import dev.ferry.core.source.ConversationState;
import dev.ferry.core.source.ConversationTimes;
import dev.ferry.core.source.QueueRef;
import org.jspecify.annotations.Nullable;

/// What the best channel that knows a conversation says of it as a whole.
///
/// @param externalId the client's id of it
record Portrait(
        ConversationState state,
        ConversationTimes times,
        ConversationContext context,
        ConversationAgents agents,
        @Nullable QueueRef queue,
        @Nullable ConversationIntent intent,
        @Nullable String subject,
        @Nullable String externalId,
        ConversationOutcome outcome) {
    /// The outcome of a conversation of which no channel says how it went.
    static final ConversationOutcome NO_OUTCOME = new ConversationOutcome(null, null, null, null, null, null, null);
}
