package dev.ferry.local.intercom.store;

/// The kinds of documents.
public enum Kind {
    ADMIN,
    TEAM,
    SEGMENT,
    CONTACT,
    COMPANY,
    /// Data attributes of contacts and companies.
    ATTRIBUTE,
    CONVERSATION_ATTRIBUTE,
    TAG,
    NOTE,
    CONVERSATION,
    /// What happened in a conversation after its first message.
    PART,
    DELETED_CONVERSATION,
    TICKET_TYPE,
    TICKET,
    JOB,
    /// What would have left for a customer.
    NOTIFICATION
}
