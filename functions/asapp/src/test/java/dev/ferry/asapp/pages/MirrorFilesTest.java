package dev.ferry.asapp.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.work.InMemoryWorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T10:00:00Z"), ZoneOffset.UTC);

    private final TenantForTests tenant = new TenantForTests();
    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final List<Integer> expected = new ArrayList<>();

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

    private static ParkingWork failing(ErrorCode code, Instant until) {
        return new ParkingWork(
                cursor -> {
                    throw new AsappException(code, new Failure("read a page", 0, "", "", until));
                },
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
        return new MirrorFiles(new FeedName("utterances"), "copies/", new PagePorts(tenant, work, expected::add));
    }
}
