package dev.ferry.core.budget;

/// What an HTTP client knows of a budget: it takes a turn before each attempt, and tells how the provider answered.
public interface RequestBudget {

    /// Waits for the time of the next request. A turn to go holds for this moment; send at once.
    ///
    /// *Threading*: blocks, seconds at the most while the budget is in use.
    Turn take(Purpose purpose) throws InterruptedException;

    /// The provider accepted the request that was sent in this slot, whatever it answered otherwise.
    void accepted(Slot slot);

    /// The provider refused the request for its pace, or because the day is spent.
    void throttled(Slot slot);

    /// The provider refused the key.
    ///
    /// @param reason its code, never its text
    void keyRefused(Slot slot, String reason);
}
