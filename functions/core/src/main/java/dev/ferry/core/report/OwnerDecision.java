package dev.ferry.core.report;

/// What was decided on an agent who has no user of their own in the target.
///
/// @param agent canonical id of the agent
/// @param reason why no user matched, for example `NO_EMAIL`
/// @param conversations how many conversations the agent owns
/// @param decision the target's user id, or a word such as `default owner` or `undecided`
public record OwnerDecision(String agent, String reason, long conversations, String decision) {}
