package dev.ferry.asapp.client.export;

/// A version of a feed, as ASAPP spells it: `version=1` or `1`.
public record FeedVersion(FeedName feed, String value) {}
