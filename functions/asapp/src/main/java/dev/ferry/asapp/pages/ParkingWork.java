package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/// Work whose pages park when ASAPP's day is spent, and whose other failures are Ferry's. Work that ASAPP has not
/// enabled for the key ends, and that is listed.
///
/// When the pace is refused for good although the day goes on, the page parks for a minute: pushing on is what gets
/// a key revoked.
///
/// @param name of the work, for the list
public record ParkingWork(PagedWork work, String name, PagePorts ports, Clock clock) implements PagedWork {
    private static final Duration REST = Duration.ofMinutes(1);

    @Override
    public Page next(String cursor) {
        try {
            return work.next(cursor);
        } catch (AsappException failed) {
            return switch (failed.code()) {
                case DAY_SPENT ->
                    new Page.Parked(
                            failed.until().orElseGet(() -> clock.instant().plus(REST)));
                case THROTTLED -> new Page.Parked(clock.instant().plus(REST));
                case NOT_ENABLED -> {
                    ports.notEnabled(name, String.valueOf(failed.getMessage()));
                    yield new Page.Last(0);
                }
                case KEY_REFUSED -> throw failure(ErrorCode.SOURCE_ACCESS, failed);
                case UNAVAILABLE, NO_ANSWER, INTERRUPTED -> throw failure(ErrorCode.SOURCE_UNAVAILABLE, failed);
                case REFUSED, NOT_FOUND, CONFLICT, MALFORMED_ANSWER ->
                    throw failure(ErrorCode.SOURCE_UNREADABLE, failed);
                case NOT_ASKED_FOR -> throw failure(ErrorCode.CONFIGURATION, failed);
            };
        }
    }

    private static FerryException failure(ErrorCode code, AsappException failed) {
        return new FerryException(code, Objects.requireNonNullElse(failed.getMessage(), code.name()), failed);
    }
}
