package dev.ferry.core.paging;

import java.util.function.BooleanSupplier;

/// Does pages of a work until it has to stop.
///
/// @param time whether there is time for another page; not asked before the first, so that every run gets on
/// @param heart told before every page that the work goes on
public record RunPages(BooleanSupplier time, Heart heart) {

    /// Lets those who wait know that the work goes on.
    @FunctionalInterface
    public interface Heart {
        /// Whether somebody still waits for it.
        boolean beat();
    }

    /// Does pages from a cursor on.
    ///
    /// *Errors*: those of the work; what its pages left behind stays, and doing them again changes nothing.
    public Stop from(String cursor, PagedWork work) {
        Stop.Count count = Stop.Count.NONE;
        String at = cursor;
        do {
            if (!heart.beat()) {
                return new Stop.Abandoned(count);
            }
            switch (work.next(at)) {
                case Page.More more -> {
                    count = count.plus(more.records(), more.requestsLeft());
                    at = more.cursor();
                }
                case Page.Last last -> {
                    return new Stop.Done(count.plus(last.records(), 0));
                }
                case Page.Parked parked -> {
                    return new Stop.Parked(count, at, parked.until());
                }
            }
        } while (time.getAsBoolean());
        return new Stop.Paused(count, at);
    }
}
