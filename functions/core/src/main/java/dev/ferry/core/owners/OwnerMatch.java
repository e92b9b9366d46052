package dev.ferry.core.owners;

import dev.ferry.core.source.CanonicalId;
import org.jspecify.annotations.Nullable;

/// What matching or a person said about one agent.
///
/// @param userId the owner in the target; null while nobody has decided
public record OwnerMatch(
        CanonicalId agent, Basis basis, @Nullable String userId) {

    /// Whether records of the agent can be loaded.
    public boolean decided() {
        return userId != null;
    }

    /// How the match came about, or why there is none.
    public enum Basis {
        /// One active user has the agent's e-mail address.
        EMAIL,
        /// A person decided on a user.
        PERSON,
        /// A person decided on the default owner.
        DEFAULT,
        /// The agent has no e-mail address.
        NO_EMAIL,
        /// No user has the agent's e-mail address.
        NO_USER,
        /// Several active users have the agent's e-mail address.
        SEVERAL_USERS,
        /// The only users with the agent's e-mail address are inactive.
        INACTIVE_USER,
        /// The user's licence does not let it own records.
        LICENCE
    }
}
