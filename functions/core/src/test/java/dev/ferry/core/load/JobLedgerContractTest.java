package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every job ledger does, whatever it stands on. Subclasses give an empty ledger.
public abstract class JobLedgerContractTest {
    /// A new and empty ledger.
    protected abstract JobLedger emptyLedger();

    @Test
    void knowsNothingOfALoadBucketAtFirst() {
        assertThat(emptyLedger().latest("r1", "Case", 3)).isEmpty();
    }

    @Test
    void givesTheChunkWithTheHighestNumber() {
        JobLedger ledger = emptyLedger();
        ledger.put(planned("r1", "Case", 3, 9));
        ledger.put(planned("r1", "Case", 3, 10));
        ledger.put(planned("r1", "Case", 3, 2));
        assertThat(ledger.latest("r1", "Case", 3)).contains(planned("r1", "Case", 3, 10));
    }

    @Test
    void replacesTheNoteOnAChunk() {
        JobLedger ledger = emptyLedger();
        ChunkEntry opened = planned("r1", "Case", 0, 0).with(ChunkEntry.State.OPENED, "750xx");
        ledger.put(planned("r1", "Case", 0, 0));
        ledger.put(opened);
        assertThat(ledger.latest("r1", "Case", 0)).contains(opened);
    }

    @Test
    void keepsRunsPhasesAndLoadBucketsApart() {
        JobLedger ledger = emptyLedger();
        ledger.put(planned("r1", "Case", 1, 0));
        ledger.put(planned("r1", "Case", 10, 1));
        ledger.put(planned("r1", "CaseComment", 1, 2));
        ledger.put(planned("r11", "Case", 1, 3));
        assertThat(ledger.latest("r1", "Case", 1)).contains(planned("r1", "Case", 1, 0));
    }

    private static ChunkEntry planned(String runId, String phase, int loadBucket, int number) {
        return new ChunkEntry(
                new ChunkId(runId, phase, loadBucket, number),
                Chunk.Write.INSERT,
                ChunkEntry.State.PLANNED,
                null,
                number);
    }
}
