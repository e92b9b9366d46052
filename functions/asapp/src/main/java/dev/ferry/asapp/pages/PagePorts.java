package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappClient;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.WorkStore;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What reading pages takes from its surroundings.
///
/// @param expected told how many requests a page is about to send
/// @param counted told what each unit of work counted
/// @param soFar what all units of the phase have counted so far; to be closed
/// @param lists where it is said what the source does not give
public record PagePorts(
        AsappClient client,
        WorkStore work,
        IntConsumer expected,
        Consumer<Tally> counted,
        Supplier<Stream<Tally>> soFar,
        NamedLists lists) {
    /// The name of the phase in tallies.
    public static final String PHASE = "read";

    /// The list of feeds and calls that the source does not give, each with why.
    public static final String UNAVAILABLE = "unavailable";

    /// The list of questions that the source refused for what they ask, each with the source's code.
    public static final String REFUSED = "refused";

    /// How many requests a page sends.
    static final int PAGE = 40;

    /// Counts a unit of this phase, whichever phase its rows are counted under elsewhere.
    void count(Tally tally) {
        counted.accept(new Tally(PHASE, tally.unit(), tally.counts(), tally.digest()));
    }

    /// Lists that the source has not enabled a feed or call for this key.
    void notEnabled(String what, String detail) {
        lists.put(UNAVAILABLE, what, List.of(new Quarantined(what, 0, "NOT_ENABLED", detail)));
    }
}
