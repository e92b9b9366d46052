package dev.ferry.core.budget;

import java.time.Instant;

/// The provider has refused a key: the breaker is open for that version of the secret, and for no other.
///
/// A newer version is let through as it comes; an operator closes the breaker for the same version by
/// [SharedBudget#reopen()].
///
/// @param secretVersion which version of the secret was refused; never the secret
/// @param reason what the provider answered, for example `401-01`
public record Refusal(String secretVersion, String reason, Instant at) {}
