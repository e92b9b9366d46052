package dev.ferry.salesforce.client.internal;

import java.io.IOException;

/// How one attempt ended.
public sealed interface Exchange {
    /// An answer came, of whatever status.
    record Answer(ApiResponse response) implements Exchange {}

    /// No whole answer came. `sent` is false when the request certainly never reached the server.
    record Silence(IOException cause, boolean sent) implements Exchange {}

    /// The thread was interrupted while it waited; its interrupt flag is set again.
    record Interrupted() implements Exchange {}
}
