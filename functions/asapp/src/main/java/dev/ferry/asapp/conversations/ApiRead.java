package dev.ferry.asapp.conversations;

import dev.ferry.core.source.CanonicalId;

/// One thing to ask the Conversations API for.
public sealed interface ApiRead {
    /// The conversation or issue that it is for.
    CanonicalId wantedFor();

    /// How many requests it costs when there is an answer.
    int requests();

    /// The messages of a conversation whose text no feed has.
    ///
    /// @param messages how many of its messages lack their text
    record Messages(CanonicalId wantedFor, String conversationId, int messages) implements ApiRead {
        @Override
        public int requests() {
            return 1;
        }
    }

    /// A conversation of AI Services of which no feed has a row that describes it, and its messages.
    record Whole(CanonicalId wantedFor, String conversationId) implements ApiRead {
        @Override
        public int requests() {
            return 2;
        }
    }

    /// The conversation that has an issue's id as external id: the only way to what nothing but events knows. A
    /// search, and its messages when there is one.
    record Search(CanonicalId wantedFor, String externalId) implements ApiRead {
        @Override
        public int requests() {
            return 2;
        }
    }
}
