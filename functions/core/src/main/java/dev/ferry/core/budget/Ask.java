package dev.ferry.core.budget;

/// What a worker asks a budget for.
///
/// @param slots how many it can make use of
/// @param secretVersion which version of the secret it will send
/// @param spending what has become of its earlier slots
public record Ask(int slots, Purpose purpose, String secretVersion, Spending spending) {
    /// Refuses to ask for nothing.
    public Ask {
        if (slots < 1) {
            throw new IllegalArgumentException("Asking for " + slots + " slots");
        }
    }
}
