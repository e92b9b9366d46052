package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The shared line of request times: everything before `next` is given away. A generic cell rate algorithm, in
/// which
/// `next` is the theoretical arrival time.
///
/// *Shape*: at 10 requests a second without silence, limit equal to target, and nothing reserved at time 0, asking
/// for 3 offers 0, 100 and 200 ms; asking for 2 then offers 300 and 400 ms; at 2 s, 2,000 ms is the first again,
/// since unused time does not accumulate.
public record Timeline(Instant next) {

    /// What the line has to offer.
    public sealed interface Offer {}

    /// These slots; `after` is the line when they are taken.
    public record Slots(Block block, Timeline after) implements Offer {}

    /// Nothing before the horizon; ask again then.
    public record Later(Instant askAgain) implements Offer {}

    /// The line keeps microseconds, as its stores do.
    public Timeline {
        next = upToMicros(next);
    }

    /// The slots that come next.
    ///
    /// @param earliest before which nothing may begin, not before now
    public Offer offer(Pace pace, Instant now, Instant earliest, int slots) {
        Instant start = upToMicros(later(next, later(now, earliest)));
        Instant farthest = now.plus(pace.lease().horizon());
        if (start.isAfter(farthest)) {
            return new Later(start.minus(pace.lease().horizon()));
        }
        Block block = pace.block(start, slots);
        return new Slots(block, new Timeline(block.end()));
    }

    /// The moment or the line's next free one, whichever is later.
    Instant notBefore(Instant now) {
        return later(next, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant upToMicros(Instant exact) {
        Instant micros = exact.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(exact) ? exact : micros.plus(Duration.ofNanos(1_000));
    }
}
