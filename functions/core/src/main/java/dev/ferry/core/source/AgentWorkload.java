package dev.ferry.core.source;

/// What an agent did in the conversations of this migration. *Units*: counts and seconds.
public record AgentWorkload(int conversations, int lastAgentOf, double handleSeconds) {
    /// Both together.
    public AgentWorkload plus(AgentWorkload other) {
        return new AgentWorkload(
                conversations + other.conversations,
                lastAgentOf + other.lastAgentOf,
                handleSeconds + other.handleSeconds);
    }
}
