package dev.ferry.handlers.pages;

import dev.ferry.core.paging.Stop;
import java.util.Optional;

/// What the machine is told.
///
/// *Shape*: `{"state","cursor","until","pages","records"}`.
///
/// @param state `DONE`; `PARKED`, to go on at `cursor` not before `until`; or `PAUSED`, to go on at `cursor` at
///     once
/// @param until as Step Functions' Wait takes it; empty unless parked
public record PagesOutcome(String state, String cursor, String until, long pages, long records) {

    /// The outcome of a run of pages; nothing when nobody waits for it.
    static Optional<PagesOutcome> of(Stop stop) {
        Stop.Count count = stop.count();
        return switch (stop) {
            case Stop.Done _ -> Optional.of(new PagesOutcome("DONE", "", "", count.pages(), count.records()));
            case Stop.Parked(Stop.Count _, String cursor, var until) ->
                Optional.of(new PagesOutcome("PARKED", cursor, until.toString(), count.pages(), count.records()));
            case Stop.Paused(Stop.Count _, String cursor) ->
                Optional.of(new PagesOutcome("PAUSED", cursor, "", count.pages(), count.records()));
            case Stop.Abandoned _ -> Optional.empty();
        };
    }
}
