package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappClient;
import dev.ferry.core.work.WorkStore;
import java.util.function.IntConsumer;

/// What reading pages takes from its surroundings.
///
/// @param expected told how many requests a page is about to send
public record PagePorts(AsappClient client, WorkStore work, IntConsumer expected) {
    /// How many requests a page sends.
    static final int PAGE = 40;
}
