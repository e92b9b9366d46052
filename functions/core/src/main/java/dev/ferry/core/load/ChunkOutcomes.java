package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What became of the records of each settled chunk, in a file beside it: the same entries that the ledger has, so
/// that a load bucket sees what is left of it from a few files instead of by one key of the ledger a record.
final class ChunkOutcomes {
    private final WorkStore work;

    ChunkOutcomes(WorkStore work) {
        this.work = work;
    }

    /// Writes the outcomes of all records of a chunk. To be called before the chunk is noted as settled.
    void write(PhaseRun phase, ChunkId chunk, Collection<LedgerEntry> outcomes) {
        try (JsonLines.Writer writer = JsonLines.write(work, phase.outcomeFile(chunk))) {
            outcomes.forEach(outcome -> writer.write(OutcomeCodec.encode(outcome)));
            writer.commit();
        }
    }

    /// The latest outcome of every record of a load bucket that was sent in this run.
    ///
    /// @param latest the last of the load bucket's chunks, which is settled as are all before it
    ///
    /// *Errors*: `STORE_UNAVAILABLE` when the file of a chunk is not there.
    Map<CanonicalId, LedgerEntry> upTo(PhaseRun phase, ChunkId latest) {
        Map<CanonicalId, LedgerEntry> outcomes = new HashMap<>();
        for (int number = 0; number <= latest.number(); number++) {
            read(phase, new ChunkId(latest.runId(), latest.phase(), latest.loadBucket(), number), outcomes);
        }
        return outcomes;
    }

    private void read(PhaseRun phase, ChunkId chunk, Map<CanonicalId, LedgerEntry> outcomes) {
        String file = phase.outcomeFile(chunk);
        List<LedgerEntry> ofChunk;
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, file)) {
            ofChunk = lines.map(line -> OutcomeCodec.decode(phase, line)).toList();
        }
        if (ofChunk.isEmpty()) {
            throw new FerryException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "the outcomes of a settled chunk are gone from " + file
                            + ": start a new run, which sends what is missing");
        }
        ofChunk.forEach(outcome -> outcomes.put(outcome.key(), outcome));
    }
}
