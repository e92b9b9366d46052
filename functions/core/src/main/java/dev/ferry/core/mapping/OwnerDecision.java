package dev.ferry.core.mapping;

/// Who shall own the records of one agent in the target.
public sealed interface OwnerDecision {

    /// A user was decided on.
    ///
    /// @param targetId the user's id in the target
    record User(String targetId) implements OwnerDecision {}

    /// The default owner was decided on.
    ///
    /// @param targetId the id of a user or queue in the target
    record Default(String targetId) implements OwnerDecision {}

    /// Nobody decided yet: the owner gate was not passed for this agent.
    record Undecided() implements OwnerDecision {}
}
