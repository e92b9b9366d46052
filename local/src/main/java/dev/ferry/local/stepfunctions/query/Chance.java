package dev.ferry.local.stepfunctions.query;

import java.util.UUID;

/// The source of everything random: ids, tokens, jitter, `$random`, `$uuid`.
///
/// *Threading*: implementations are safe for concurrent use.
public interface Chance {

    /// A number from 0 (inclusive) to 1 (exclusive).
    double number();

    /// A new unique id.
    UUID uuid();
}
