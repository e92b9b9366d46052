package dev.ferry.asapp.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.run.DateWindow;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.JsonLines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T10:00:00Z"), ZoneOffset.UTC);

    private final TenantForTests tenant = new TenantForTests();
    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final List<Integer> expected = new ArrayList<>();
    private final List<Tally> counted = new ArrayList<>();
    private final InMemoryNamedLists lists = new InMemoryNamedLists();

    @Test
    void copiesADateAPageToWhereFilesAreRead() {
        tenant.publishes("2026-03-01", "2026-03-02");
        MirrorFiles mirror = mirror();
        assertThat(mirror.next("")).isEqualTo(new Page.More("1,format=jsonl,2026-03-01", 2, 1));
        assertThat(mirror.next("1,format=jsonl,2026-03-01")).isEqualTo(new Page.Last(2));
        assertThat(work.list("copies/"))
                .hasSize(4)
                .first()
                .isEqualTo("copies/utterances/version=1/format=jsonl/dt=2026-03-01/hr=08/mi=00/u.jsonl");
        assertThat(expected).as("intervals, then files, of each date").containsExactly(2, 2, 2, 2);
    }

    @Test
    void listsADateOnceWhereItsFilesNameTheirIntervals() {
        tenant.publishes("2026-03-01");
        tenant.namesIntervals();
        assertThat(mirror().next("")).isEqualTo(new Page.Last(2));
        assertThat(work.list("copies/"))
                .containsExactly(
                        "copies/utterances/version=1/format=jsonl/dt=2026-03-01/hr=08/mi=00/u.jsonl",
                        "copies/utterances/version=1/format=jsonl/dt=2026-03-01/hr=09/mi=00/u.jsonl");
        assertThat(expected).as("no intervals, then files").containsExactly(2);
    }

    @Test
    void countsWhatItCopiedAndWhatTheSourceHasDeleted() {
        tenant.publishes("2026-03-01", "2026-03-02");
        tenant.deletes("2026-03-01");
        all();
        assertThat(counted)
                .extracting(tally -> tally.phase() + ' ' + tally.unit() + ' ' + tally.counts())
                .containsExactly(
                        "read mirror-files/utterances/1,format=jsonl,2026-03-01 {gone=1}",
                        "read mirror-files/utterances/1,format=jsonl,2026-03-02 {copied=2, files=2, kept=0}");
    }

    @Test
    void leavesDatesOutsideTheWindowAlone() {
        tenant.publishes("2026-03-01", "2026-03-02", "2026-03-03");
        DateWindow window = new DateWindow(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"));
        MirrorFiles mirror =
                new MirrorFiles(new FeedName("utterances"), new MirrorFiles.Copies("copies/", window), ports());
        assertThat(mirror.next("")).isEqualTo(new Page.Last(2));
        assertThat(tenant.downloaded()).containsExactly("2026-03-02 hr=08", "2026-03-02 hr=09");
    }

    @Test
    void writesDownWhatIsToBeReadAndWhatIsNotThere() {
        assertThat(new ListFeeds("works.jsonl", FeedCatalogue.standard(), ports()).next(""))
                .isEqualTo(new Page.Last(3));
        assertThat(JsonLines.read(work, "works.jsonl"))
                .extracting(line -> line.get("work") + " " + line.get("unit"))
                .containsExactly("read-configuration all", "mirror-files attachment_files", "mirror-files utterances");
        assertThat(lists.entries(PagePorts.UNAVAILABLE))
                .extracting(entry -> entry.file() + ' ' + entry.reason())
                .contains("weather UNKNOWN", "conversation_files NOT_ENABLED", "attachments NOT_ENABLED")
                .doesNotContain("attachment_contents NOT_ENABLED");
    }

    @Test
    void endsAndListsWorkThatIsNotEnabled() {
        assertThat(failing(ErrorCode.NOT_ENABLED, Instant.EPOCH).next("")).isEqualTo(new Page.Last(0));
        assertThat(lists.entries(PagePorts.UNAVAILABLE))
                .extracting(entry -> entry.file() + ' ' + entry.reason())
                .containsExactly("a-work NOT_ENABLED");
    }

    @Test
    void goesOnAfterADateThatIsGoneByNow() {
        tenant.publishes("2026-03-02", "2026-03-03");
        assertThat(mirror().next("1,format=jsonl,2026-03-01"))
                .isEqualTo(new Page.More("1,format=jsonl,2026-03-02", 2, 1));
        assertThat(mirror().next("1,format=jsonl,2026-03-03")).isEqualTo(new Page.Last(0));
    }

    @Test
    void copiesTheLastTwoDatesAgainAndOfOthersWhatIsMissing() {
        tenant.publishes("2026-03-01", "2026-03-02", "2026-03-03");
        all();
        assertThat(tenant.downloaded()).hasSize(6);
        tenant.hours("hr=08/mi=00", "hr=09/mi=00", "hr=10/mi=00");
        all();
        assertThat(tenant.downloaded())
                .containsExactly(
                        "2026-03-01 hr=10",
                        "2026-03-02 hr=08",
                        "2026-03-02 hr=09",
                        "2026-03-02 hr=10",
                        "2026-03-03 hr=08",
                        "2026-03-03 hr=09",
                        "2026-03-03 hr=10");
    }

    @Test
    void parksUntilTheNextDayAndFailsUnderFerrysCodes() {
        Instant tomorrow = Instant.parse("2026-03-06T00:00:02Z");
        assertThat(failing(ErrorCode.DAY_SPENT, tomorrow).next("7")).isEqualTo(new Page.Parked(tomorrow));
        assertThat(failing(ErrorCode.THROTTLED, tomorrow).next("7"))
                .isEqualTo(new Page.Parked(CLOCK.instant().plusSeconds(60)));
        assertThatThrownBy(() -> failing(ErrorCode.KEY_REFUSED, tomorrow).next("7"))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(dev.ferry.core.failure.ErrorCode.SOURCE_ACCESS));
        assertThatThrownBy(() -> failing(ErrorCode.UNAVAILABLE, tomorrow).next("7"))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure -> assertThat(failure.code().retriable()).isTrue());
    }

    private ParkingWork failing(ErrorCode code, Instant until) {
        return new ParkingWork(
                cursor -> {
                    throw new AsappException(code, new Failure("read a page", 0, "", "", until));
                },
                "a-work",
                ports(),
                CLOCK);
    }

    private void all() {
        MirrorFiles mirror = mirror();
        String cursor = "";
        while (mirror.next(cursor) instanceof Page.More(String next, long _, long _)) {
            cursor = next;
        }
    }

    private MirrorFiles mirror() {
        return new MirrorFiles(new FeedName("utterances"), new MirrorFiles.Copies("copies/", DateWindow.ALL), ports());
    }

    private PagePorts ports() {
        return new PagePorts(tenant, work, expected::add, counted::add, counted::stream, lists);
    }
}
