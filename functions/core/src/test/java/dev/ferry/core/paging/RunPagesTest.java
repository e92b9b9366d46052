package dev.ferry.core.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunPagesTest {
    private static final Instant TOMORROW = Instant.parse("2026-03-03T00:00:02Z");

    private final List<String> cursors = new ArrayList<>();
    private int allowedPages = 100;
    private int allowedBeats = 100;

    @Test
    void doesAllPagesInOrder() {
        assertThat(run("", 3)).isEqualTo(new Stop.Done(new Stop.Count(4, 40, 0)));
        assertThat(cursors).containsExactly("", "1", "2", "3");
    }

    @Test
    void goesOnAtACursor() {
        assertThat(run("2", 3)).isEqualTo(new Stop.Done(new Stop.Count(2, 20, 0)));
        assertThat(cursors).containsExactly("2", "3");
    }

    @Test
    void parksAtThePageThatCouldNotBeDone() {
        assertThat(run("", 99)).isEqualTo(new Stop.Parked(new Stop.Count(5, 50, 94), "5", TOMORROW));
    }

    @Test
    void pausesBeforeThePageThatThereIsNoTimeFor() {
        allowedPages = 1;
        assertThat(run("", 3)).isEqualTo(new Stop.Paused(new Stop.Count(2, 20, 1), "2"));
    }

    @Test
    void stopsWhenNobodyWaits() {
        allowedBeats = 1;
        assertThat(run("", 3)).isEqualTo(new Stop.Abandoned(new Stop.Count(1, 10, 2)));
    }

    private Stop run(String cursor, int last) {
        return new RunPages(() -> allowedPages-- > 0, () -> allowedBeats-- > 0).from(cursor, at -> page(at, last));
    }

    private Page page(String cursor, int last) {
        int number = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        if (number == 5) {
            return new Page.Parked(TOMORROW);
        }
        cursors.add(cursor);
        return number == last ? new Page.Last(10) : new Page.More(Integer.toString(number + 1), 10, last - number - 1L);
    }
}
