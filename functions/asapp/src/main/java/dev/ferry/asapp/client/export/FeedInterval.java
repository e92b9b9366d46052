package dev.ferry.asapp.client.export;

/// An interval of a date, as ASAPP spells it: `hr=01/mi=00` or `hr=23`.
public record FeedInterval(FeedDate date, String value) {}
