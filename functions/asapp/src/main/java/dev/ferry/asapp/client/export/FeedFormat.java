package dev.ferry.asapp.client.export;

/// A format of a version, as ASAPP spells it: `format=jsonl` or `jsonl`.
public record FeedFormat(FeedVersion version, String value) {}
