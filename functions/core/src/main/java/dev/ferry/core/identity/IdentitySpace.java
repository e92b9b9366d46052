package dev.ferry.core.identity;

/// What an identity entry is about.
public enum IdentitySpace {
    /// Issue to the issue it was merged into, and conversation of AI Services to the issue that it also is.
    CONVERSATION,
    /// The client's id of an agent to the agent.
    AGENT,
    /// Customer id, external user id or address to the person.
    CUSTOMER,
    /// Person to the account, shard included.
    ACCOUNT,
    /// Base id of an organisation to facts about the whole of it.
    ORGANIZATION
}
