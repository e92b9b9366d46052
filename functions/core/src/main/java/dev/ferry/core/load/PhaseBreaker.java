package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Stops a phase that goes wrong as a whole before it has refused everything: when too many of its first records
/// are refused, or when the target keeps answering that it is set up wrongly.
///
/// Counts over all load buckets, from one tally a chunk, so a repeat counts nothing twice. A chunk that has no part
/// in the fault never trips it: once the fault is mended, the same run goes on.
///
/// *Threading*: immutable; as safe as the store.
public final class PhaseBreaker {
    /// The step whose tallies it puts.
    static final String STEP = "settle";

    /// Before the name of a way of writing: how many records of a chunk the target has taken so.
    static final String TAKEN = "taken.";

    static final String REFUSED = "refused";

    private static final String SENT = "sent";
    private static final String CODE = "code.";

    private final TallyStore tallies;
    private final Limits limits;

    public PhaseBreaker(TallyStore tallies, Limits limits) {
        this.tallies = tallies;
        this.limits = limits;
    }

    /// When to stop.
    ///
    /// @param firstRecords how many records make the beginning of a phase
    /// @param refusedShare the share of the beginning that may be refused
    /// @param smallest fewer refusals than this are no pattern, whatever their share
    /// @param sameFault how often the target may answer one code that speaks of its own set-up
    public record Limits(long firstRecords, double refusedShare, long smallest, long sameFault) {
        /// Refuses limits that would stop every phase.
        public Limits {
            if (firstRecords < 1 || refusedShare <= 0 || refusedShare > 1 || smallest < 1 || sameFault < 1) {
                throw new IllegalArgumentException("the limits of a phase breaker are positive, a share at most 1");
            }
        }

        /// 5 % of the first 10,000 records (and 20 of them), or 100 times the same fault.
        public static Limits standard() {
            return new Limits(10_000, 0.05, 20, 100);
        }
    }

    /// What became of a chunk.
    ///
    /// @param sent how many records it had
    /// @param setUp whether a code speaks of the target's set-up, so that every record would be refused alike
    record Settled(ChunkEntry chunk, int sent, List<LedgerEntry.Refused> refused, Predicate<String> setUp) {

        /// Refusals that no waiting mends.
        private long lasting() {
            return refused.stream()
                    .filter(entry -> !entry.retriable() || setUp.test(entry.code()))
                    .count();
        }
    }

    /// Notes what became of a chunk. What is sent again is no part of the phase's beginning.
    void note(PhaseRun phase, Settled settled) {
        Map<String, Long> counts = new TreeMap<>();
        boolean first = settled.chunk().attempt() == 0;
        counts.put(SENT, first ? settled.sent() : 0L);
        counts.put(REFUSED, first ? settled.lasting() : 0L);
        counts.put(
                TAKEN + settled.chunk().write(),
                (long) settled.sent() - settled.refused().size());
        settled.refused().forEach(entry -> counts.merge(CODE + entry.code(), 1L, Math::addExact));
        ChunkId id = settled.chunk().id();
        String unit = "%05d-%05d".formatted(id.loadBucket(), id.number());
        tallies.put(phase.runId(), Tally.of(phase.tallyPhase(STEP), unit, counts));
    }

    /// Stops the phase if what is noted is too much, and the chunk is part of it.
    ///
    /// *Errors*: `TARGET_SCHEMA`, with the code that came most often and what to do about it.
    void check(PhaseRun phase, Settled settled) {
        if (settled.refused().isEmpty()) {
            return;
        }
        Map<String, Long> counts = sum(phase);
        List<LedgerEntry.Refused> worstFirst = new ArrayList<>(settled.refused());
        worstFirst.sort(Comparator.comparingLong((LedgerEntry.Refused entry) -> of(counts, entry))
                .reversed());
        for (LedgerEntry.Refused entry : worstFirst) {
            if (settled.setUp().test(entry.code()) && of(counts, entry) > limits.sameFault()) {
                throw stopped(phase, of(counts, entry) + " records were refused with", entry);
            }
        }
        long failures = counts.getOrDefault(REFUSED, 0L);
        long begun = counts.getOrDefault(SENT, 0L);
        boolean beginning = settled.lasting() > limits.refusedShare() * settled.sent()
                && settled.chunk().attempt() == 0
                && begun - settled.sent() < limits.firstRecords();
        if (beginning && failures >= limits.smallest() && failures > limits.refusedShare() * begun) {
            throw stopped(
                    phase,
                    "%d of the first %d records were refused, most with".formatted(failures, begun),
                    worstFirst.getFirst());
        }
    }

    private Map<String, Long> sum(PhaseRun phase) {
        Map<String, Long> counts = new TreeMap<>();
        try (Stream<Tally> all = tallies.of(phase.runId(), phase.tallyPhase(STEP))) {
            all.forEach(tally -> tally.counts().forEach((term, count) -> counts.merge(term, count, Math::addExact)));
        }
        return counts;
    }

    private static long of(Map<String, Long> counts, LedgerEntry.Refused entry) {
        return counts.getOrDefault(CODE + entry.code(), 0L);
    }

    private static FerryException stopped(PhaseRun phase, String what, LedgerEntry.Refused entry) {
        return new FerryException(
                ErrorCode.TARGET_SCHEMA,
                "phase %s stopped: %s %s%s. %s"
                        .formatted(
                                phase.phase(),
                                what,
                                entry.code(),
                                entry.field().isEmpty() ? "" : " on " + entry.field(),
                                entry.hint()));
    }
}
