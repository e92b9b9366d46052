package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.PhaseBreaker.Limits;
import dev.ferry.core.load.PhaseBreaker.Settled;
import dev.ferry.core.tally.InMemoryTallyStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseBreakerTest {
    private static final PhaseRun PHASE = LoadBench.run("r1");

    private final PhaseBreaker breaker = new PhaseBreaker(new InMemoryTallyStore(), Limits.standard());

    private static ChunkEntry chunk(int bucket, int number, int attempt) {
        return new ChunkEntry(
                new ChunkId("r1", "Case", bucket, number),
                Chunk.Write.INSERT,
                ChunkEntry.State.SETTLED,
                "job",
                attempt);
    }

    private static List<LedgerEntry.Refused> refused(int count, String code, boolean retriable) {
        return IntStream.range(0, count)
                .mapToObj(number -> new LedgerEntry.Refused(
                        LoadBench.key(number),
                        "r1",
                        "Case",
                        null,
                        code,
                        "Origin",
                        "refused",
                        "Grant it.",
                        retriable,
                        1))
                .toList();
    }

    private void settle(ChunkEntry chunk, int sent, List<LedgerEntry.Refused> refused) {
        Settled settled = new Settled(chunk, sent, refused, code -> code.equals("NO_PERMISSION"));
        breaker.note(PHASE, settled);
        breaker.check(PHASE, settled);
    }

    @Test
    void hasTheLimitsOfTheReference() {
        assertThat(Limits.standard()).isEqualTo(new Limits(10_000, 0.05, 20, 100));
    }

    @Test
    void stopsWhenTooManyOfTheFirstRecordsAreRefused() {
        settle(chunk(0, 0, 0), 1_000, refused(50, "STRING_TOO_LONG", false));

        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> settle(chunk(1, 0, 0), 100, refused(6, "STRING_TOO_LONG", false)))
                .withMessage("phase Case stopped: 56 of the first 1100 records were refused, most with STRING_TOO_LONG"
                        + " on Origin. Grant it.")
                .matches(failure -> failure.code() == ErrorCode.TARGET_SCHEMA);
    }

    @Test
    void sparesAPhaseThatGoesWrongOnlyLater() {
        settle(chunk(0, 0, 0), 10_000, List.of());

        assertThatCode(() -> settle(chunk(0, 1, 0), 2_000, refused(1_900, "STRING_TOO_LONG", false)))
                .doesNotThrowAnyException();
    }

    @Test
    void sparesAFewRefusalsAmongFew() {
        assertThatCode(() -> settle(chunk(0, 0, 0), 19, refused(19, "STRING_TOO_LONG", false)))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotCountWhatWaitingMends() {
        assertThatCode(() -> settle(chunk(0, 0, 0), 1_000, refused(900, "UNABLE_TO_LOCK_ROW", true)))
                .doesNotThrowAnyException();
    }

    @Test
    void stopsOverOneFaultOfTheSetUpHoweverLateInAllLoadBucketsTogether() {
        settle(chunk(0, 0, 0), 100_000, refused(60, "NO_PERMISSION", true));

        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> settle(chunk(3, 0, 1), 200, refused(41, "NO_PERMISSION", true)))
                .withMessageContaining("101 records were refused with NO_PERMISSION")
                .withMessageEndingWith("Grant it.");
    }

    @Test
    void countsAChunkOnceHoweverOftenItIsSettled() {
        settle(chunk(0, 0, 0), 100_000, refused(60, "NO_PERMISSION", true));

        assertThatCode(() -> settle(chunk(0, 0, 0), 100_000, refused(60, "NO_PERMISSION", true)))
                .doesNotThrowAnyException();
    }

    @Test
    void letsTheRunGoOnOnceTheFaultIsMended() {
        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> settle(chunk(0, 0, 0), 200, refused(200, "NO_PERMISSION", true)));

        assertThatCode(() -> settle(chunk(0, 1, 1), 200, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> settle(chunk(0, 2, 0), 200, refused(3, "STRING_TOO_LONG", false)))
                .doesNotThrowAnyException();
    }
}
