package dev.ferry.core.staging;

/// Large bodies under their hash. Putting the same body again changes nothing.
public interface BodyStore {
    /// Stores a body and returns its name.
    BodyHash put(byte[] body);

    /// The body of that name.
    ///
    /// *Errors*: [dev.ferry.core.failure.ErrorCode#STORE_UNAVAILABLE] when it is not there: the set only grows.
    byte[] get(BodyHash hash);
}
