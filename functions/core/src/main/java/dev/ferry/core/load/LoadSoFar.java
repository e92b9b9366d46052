package dev.ferry.core.load;

import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the settled chunks of a load phase came to: what stands while the phase goes on, or when it was stopped.
///
/// @param created records that were made
/// @param updated records that were changed
/// @param refused records that were refused for good when they were first sent
public record LoadSoFar(long created, long updated, long refused) {

    /// Sums what the chunks of a phase have noted.
    public static LoadSoFar of(TallyStore tallies, String runId, String phase) {
        Map<String, Long> counts = new TreeMap<>();
        try (Stream<Tally> chunks = tallies.of(runId, phase + "." + PhaseBreaker.STEP)) {
            chunks.forEach(chunk -> chunk.counts().forEach((term, count) -> counts.merge(term, count, Math::addExact)));
        }
        return new LoadSoFar(
                taken(counts, Chunk.Write.INSERT),
                taken(counts, Chunk.Write.UPDATE) + taken(counts, Chunk.Write.FILL),
                counts.getOrDefault(PhaseBreaker.REFUSED, 0L));
    }

    private static long taken(Map<String, Long> counts, Chunk.Write write) {
        return counts.getOrDefault(PhaseBreaker.TAKEN + write, 0L);
    }
}
