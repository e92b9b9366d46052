package dev.ferry.http;

import java.io.IOException;

/// How one attempt ended.
public sealed interface Exchange {
    /// An answer came, of whatever status.
    record Answer(WireResponse response) implements Exchange {}

    /// No whole answer came. `sent` is false when the request certainly never reached the server.
    record Silence(IOException cause, boolean sent) implements Exchange {}

    /// The thread was interrupted while it waited; its interrupt flag is set again.
    record Interrupted() implements Exchange {}
}
