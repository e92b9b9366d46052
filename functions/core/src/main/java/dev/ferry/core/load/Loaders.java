package dev.ferry.core.load;

/// The ways in which a target can take in the records of one phase.
@FunctionalInterface
public interface Loaders {

    /// The loader for records that have been sent `attempt` times already: records that lock each other, say, go by
    /// smaller jobs at first and one by one in the end.
    ChunkLoader at(int attempt);
}
