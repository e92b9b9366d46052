package dev.ferry.core.budget;

/// How often in a row the provider has refused requests for their pace.
///
/// *Shape*: `level` is the number of pushes since the last request that was accepted. `generation` counts all
/// pushes; slots of an older generation are void, and refusals of requests that were sent on them are the same
/// event.
public record Pushback(int level, long generation) {
    /// No push yet.
    public static final Pushback NONE = new Pushback(0, 0);

    Pushback pushed() {
        return new Pushback(level + 1, generation + 1);
    }

    Pushback calm() {
        return new Pushback(0, generation);
    }
}
