package dev.ferry.core.tally;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Where tallies are put, one item per unit of work.
///
/// *Threading*: safe for concurrent use. *Errors*: `STORE_UNAVAILABLE`.
public interface TallyStore {

    /// Puts the tally of a unit of a run, replacing an earlier one of the same phase and unit.
    void put(String runId, Tally tally);

    /// Puts the tallies of several units of a run, each as [#put] does; when it returns, all are durable.
    void putAll(String runId, Collection<Tally> tallies);

    /// The tallies of those units of a phase that have put one, so whose work is done; in no order.
    List<Tally> find(String runId, String phase, Collection<String> units);

    /// The tallies of a phase, in the order of their units.
    Stream<Tally> of(String runId, String phase);
}
