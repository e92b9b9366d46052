package dev.ferry.handlers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.handlers.books.BooksResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What extraction wrote is what assembly folded, or the run stops and says whose fragments are missing.
class FragmentBooksTest {
    @TempDir
    private Path export;

    private SmallRun run;

    @BeforeEach
    void start() throws IOException {
        run = new SmallRun(export);
    }

    @Test
    void holdsForEveryChannel() {
        run.extract();
        run.assemble();
        BooksResult books = run.balance("assemble");
        assertThat(books.finding()).isEmpty();
        assertThat(books.balanced()).isTrue();
        assertThat(books.counts())
                .containsEntry("written.batch", 20L)
                .containsEntry("folded.batch", 20L)
                .containsEntry("written.crosswalk", 2L)
                .containsEntry("folded.crosswalk", 2L)
                .containsEntry("written.extension", 2L)
                .containsEntry("folded.extension", 2L)
                .containsEntry("merged", 1L)
                .doesNotContainKey("foldedMarks");
    }

    @Test
    void keepsAnEventOfTwoFilesUnderBothSinceEachOfThemCountsIt() {
        run.extract();
        run.assemble();
        assertThat(run.balance("extract").counts()).containsEntry("repeated", 1L);
        assertThat(run.balance("assemble").counts())
                .containsEntry("written.realtime", 4L)
                .containsEntry("folded.realtime", 4L);
    }

    @Test
    void holdsInAnyOrderAndForAnyRepetition() {
        for (int seed = 0; seed < 20; seed++) {
            run.startRun("r-" + seed);
            run.extract(new Random(seed));
            run.assemble();
            run.assemble();
            assertThat(run.balance("assemble").finding()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void stopsAtALostFragmentAndNamesItsFile() throws IOException {
        run.extract();
        lose(run.staged("utterances").getFirst().key());
        run.assemble();
        BooksResult books = run.balance("assemble");
        assertThat(books.balanced()).isFalse();
        assertThat(books.finding())
                .isEqualTo("written.batch 20 is not folded.batch 19; the digest of fragments is not the one expected."
                        + " Of what extraction wrote, " + SmallRun.UTTERANCES
                        + ": 1 of its 9 fragments are not in staging,"
                        + " or another file of the same partition and name has taken their place."
                        + " Start a new run: it reads the source again");
        assertThat(run.ports().work().list(run.ports().files().list("missing-fragments")))
                .hasSize(1);

        run.startRun("r2");
        run.extract();
        run.assemble();
        assertThat(run.balance("assemble").balanced()).isTrue();
    }

    @Test
    void aLostFragmentIsNotMadeUpForByOneThatAnotherFileHasTooMany() {
        run.extract();
        lose(run.staged("utterances").getFirst().key());
        Fragment other = run.staged("convos_metadata").getFirst();
        FragmentKey key = other.key();
        run.ports()
                .fragments()
                .putAll(List.of(new Fragment(
                        new FragmentKey(key.kind(), key.entityId(), key.feed(), key.partition(), key.file(), 7),
                        other.rows(),
                        other.mark())));
        run.assemble();
        BooksResult books = run.balance("assemble");
        assertThat(books.counts()).containsEntry("written.batch", 20L).containsEntry("folded.batch", 20L);
        assertThat(books.balanced()).isFalse();
        assertThat(books.finding())
                .contains("1 of its 9 fragments are not in staging", "10 fragments are in staging, and it wrote 9");
    }

    @Test
    void takesIntoTheBooksWhatAnEarlierStateOfAFileLeftInTheSameRun() throws IOException {
        run.extract();
        run.batch("utterances", SmallRun.lines(4, """
                {"issue_id":%1$d,"event_uuid":"u%1$d","created_ts":"2026-10-31 10:00:01","sender_id":5%1$d,\
                "sender_type":"customer","utterance":"hello again"}"""));
        run.extract();
        run.assemble();
        BooksResult books = run.balance("assemble");
        assertThat(books.finding()).isEmpty();
        assertThat(books.counts())
                .containsEntry("written.batch", 15L)
                .containsEntry("superseded.batch", 5L)
                .containsEntry("folded.batch", 20L);
    }

    @Test
    void saysThatAnotherRunHasWrittenTheSameFilesMeanwhile() {
        run.extract();
        InMemoryRunPorts first = run.ports();
        run.startRun("r2");
        run.extract();
        run.takeUp(first);
        run.assemble();
        BooksResult books = run.balance("assemble");
        assertThat(books.balanced()).isFalse();
        assertThat(books.finding()).contains("were written again by another run of the migration", "; and ");
    }

    @Test
    void saysThatAssemblyDidNotFoldWhatIsThere() {
        run.extract();
        List<Fragment> lost = run.staged("utterances");
        lost.forEach(fragment -> lose(fragment.key()));
        run.assemble();
        run.ports().fragments().putAll(lost);
        BooksResult books = run.balance("assemble");
        assertThat(books.balanced()).isFalse();
        assertThat(books.finding())
                .contains("written.batch 20 is not folded.batch 11", "assembly did not fold just these");
    }

    @Test
    void saysInWordsWhichEquationOfExtractionDoesNotHold() {
        run.list();
        assertThat(run.balance("extract").finding())
                .startsWith("units 0 is not planned 7")
                .endsWith("the digest of files is not the one expected");
    }

    private void lose(FragmentKey key) {
        run.ports().staged().lose(key);
    }
}
