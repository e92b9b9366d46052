package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;

/// How fast a budget's requests may follow each other, and how workers reserve their times.
///
/// *Shape*: a lease of k slots takes up a block of the timeline. The block begins with a silence of
/// `maxSkew + maxLateness`, in which the neighbour before it may still be sending by a clock that is behind; the
/// slots follow, and are moved together to make up for the silence, but never closer than the limit's spacing.
/// A block is as long as k requests of the target rate, unless its slots cannot move together that far.
///
/// *Units*: with a target of 80 a second, a limit of 100 a second and a silence of 60 ms, a block of 40 slots is
/// 500 ms long: 60 ms of silence and 40 slots, 11 ms apart. That is 80 a second exactly. A block of 10 slots is 160
/// ms long, which is 63 a second: small leases cost rate, see [#leastFullLease()]. What the step is above the
/// limit's spacing, 1 ms here, is what a worker can catch up with after it woke up late.
///
/// @param limit what the provider allows
/// @param target what is used of it
/// @param maxSkew how far the clocks of any two workers differ at the most
/// @param maxLateness how late after its slot a request may still be sent; a later slot is lost
/// @param lease how leases are cut
public record Pace(Rate limit, Rate target, Duration maxSkew, Duration maxLateness, LeaseSize lease) {
    private static final Duration LONGEST_LEASE = Duration.ofMillis(500);

    /// How leases are cut.
    ///
    /// @param slots the most that one lease holds
    /// @param horizon how far ahead the timeline may be reserved. A worker that is killed loses what it holds: the
    ///     shorter the horizon, the fewer workers hold anything. It has to be longer than a reservation takes
    public record LeaseSize(int slots, Duration horizon) {
        /// Refuses leases that hold nothing.
        public LeaseSize {
            if (slots < 1 || !horizon.isPositive()) {
                throw new IllegalArgumentException(
                        "A lease of " + slots + " slots up to " + horizon + " ahead is none");
            }
        }
    }

    /// Refuses a target above the limit and times below zero.
    public Pace {
        if (target.spacing().compareTo(limit.spacing()) < 0) {
            throw new IllegalArgumentException("The target of %.1f requests a second is above the limit of %.1f"
                    .formatted(target.perSecond(), limit.perSecond()));
        }
        if (maxSkew.isNegative() || maxLateness.isNegative()) {
            throw new IllegalArgumentException("Skew and lateness are at least zero");
        }
    }

    /// 80 of 100 requests a second; clocks within 20 ms, slots lost after 40 ms, leases of 40, one second ahead.
    public static Pace standard() {
        return new Pace(
                Rate.perSecond(100),
                Rate.perSecond(80),
                Duration.ofMillis(20),
                Duration.ofMillis(40),
                new LeaseSize(40, Duration.ofSeconds(1)));
    }

    /// The silence at the beginning of each block.
    public Duration guard() {
        return maxSkew.plus(maxLateness);
    }

    /// The smallest lease at which the silence costs nothing of the target rate; larger than any lease when target
    /// and limit are the same.
    public long leastFullLease() {
        Duration gain = target.spacing().minus(limit.spacing());
        return gain.isZero() ? Long.MAX_VALUE : Math.ceilDiv(guard().toNanos(), gain.toNanos());
    }

    /// How long the block of a lease is.
    public Duration length(int slots) {
        Duration wished = target.spacing().multipliedBy(slots);
        Duration needed = guard().plus(limit.spacing().multipliedBy(slots));
        return wished.compareTo(needed) > 0 ? wished : needed;
    }

    /// The time from the first slot of a lease to the last.
    public Duration span(int slots) {
        Block block = block(Instant.EPOCH, slots);
        return Duration.between(block.first(), block.slot(slots - 1));
    }

    /// The same with another target, its leases cut so that none is longer than half a second.
    public Pace withTarget(Rate other) {
        long slots = Math.clamp(other.in(LONGEST_LEASE), 1, lease.slots());
        return new Pace(limit, other, maxSkew, maxLateness, new LeaseSize(Math.toIntExact(slots), lease.horizon()));
    }

    /// The block of so many slots that begins at a moment.
    public Block block(Instant start, int slots) {
        Duration length = length(slots);
        long micros = length.minus(guard()).toNanos() / slots / 1_000;
        return new Block(start.plus(guard()), Duration.ofNanos(micros * 1_000), slots, start.plus(length));
    }
}
