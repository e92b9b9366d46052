package dev.ferry.local.salesforce.store;

/// A text kept in the text file instead of the heap. *Units*: `at` and `bytes` in bytes, `chars` in characters.
public record LongText(long at, int bytes, int chars) {}
