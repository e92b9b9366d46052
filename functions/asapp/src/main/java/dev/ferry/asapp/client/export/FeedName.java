package dev.ferry.asapp.client.export;

/// A feed, for example `utterances`.
public record FeedName(String value) {}
