package dev.ferry.handlers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.extract.FileOutcome.Outcome;
import dev.ferry.handlers.pipeline.InMemoryRunPorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractUnitsTest {
    private static final FileItem SMALL = new FileItem("batch/a.jsonl", 100, "e1");
    private static final FileItem LARGE = new FileItem("batch/b.jsonl", 2 << 20, "e2");
    private static final FileItem LAST = new FileItem("batch/c.jsonl", 100, "e3");

    private final InMemoryRunPorts ports = new InMemoryRunPorts("r1", Path.of("."), "acme");
    private final List<String> read = new ArrayList<>();

    @Test
    void countsEveryFileOnceTheBatchIsRead() {
        assertThat(extract(SMALL, LARGE, LAST))
                .extracting(FileOutcome::outcome)
                .containsExactly(Outcome.READ, Outcome.READ, Outcome.READ);
        assertThat(counted()).containsExactly(SMALL.key(), LARGE.key(), LAST.key());
    }

    @Test
    void goesOnAfterTheLastMegabyteWhenItWasCutOff() {
        assertThatThrownBy(() -> new ExtractUnits(ports, false, item -> item.equals(LAST) ? cut() : tally(item))
                        .run(List.of(SMALL, LARGE, LAST)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(counted()).containsExactly(SMALL.key(), LARGE.key());
        read.clear();
        assertThat(extract(SMALL, LARGE, LAST))
                .extracting(FileOutcome::outcome)
                .containsExactly(Outcome.SKIPPED, Outcome.SKIPPED, Outcome.READ);
        assertThat(read).containsExactly(LAST.key());
    }

    @Test
    void readsSmallFilesAgainThatWereNotCountedBeforeTheCut() {
        assertThatThrownBy(() -> new ExtractUnits(ports, false, item -> item.equals(LAST) ? cut() : tally(item))
                        .run(List.of(SMALL, LAST)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(counted()).isEmpty();
        assertThat(extract(SMALL, LAST)).extracting(FileOutcome::outcome).containsExactly(Outcome.READ, Outcome.READ);
    }

    @Test
    void countsTheNeighboursOfAFileThatMayHeal() {
        assertThatThrownBy(() -> new ExtractUnits(ports, false, item -> item.equals(SMALL) ? away() : tally(item))
                        .run(List.of(SMALL, LAST)))
                .isInstanceOf(FerryException.class);
        assertThat(counted()).containsExactly(LAST.key());
    }

    private List<FileOutcome> extract(FileItem... items) {
        return new ExtractUnits(ports, false, this::tally).run(List.of(items));
    }

    private Tally tally(FileItem item) {
        read.add(item.key());
        return Tally.of(FragmentFile.PHASE, item.key(), Map.of("received", 1L, "fragmented", 1L));
    }

    private static Tally cut() {
        throw new IllegalStateException("cut off");
    }

    private static Tally away() {
        throw new FerryException(ErrorCode.SOURCE_UNAVAILABLE, "the source does not answer");
    }

    private List<String> counted() {
        return ports.tallies().of("r1", FragmentFile.PHASE).map(Tally::unit).toList();
    }
}
