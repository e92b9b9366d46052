package dev.ferry.asapp.client.conversation;

/// ASAPP's id of a message.
public record MessageId(String value) {}
