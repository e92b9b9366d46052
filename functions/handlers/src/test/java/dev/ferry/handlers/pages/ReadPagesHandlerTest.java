package dev.ferry.handlers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.handlers.dynamodb.TaskToken;
import dev.ferry.handlers.pipeline.StubContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadPagesHandlerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TOMORROW = "2026-03-03T00:00:02Z";
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> told = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Long> toCome = new ArrayList<>();
    private boolean stillWaiting = true;
    private boolean reachable = true;

    @Test
    void tellsTheStateThatAllPagesAreDone() {
        assertThat(handle(cursor -> cursor.isEmpty() ? new Page.More("1", 3, 1) : new Page.Last(2), body("")))
                .isEmpty();
        assertThat(told).containsExactly("alive", "PagesOutcome[state=DONE, cursor=, until=, pages=2, records=5]");
        assertThat(closed).containsExactly("site");
        assertThat(toCome).containsExactly(0L);
    }

    @Test
    void parksWithItsCursorWhenTheDayIsSpent() {
        assertThat(handle(cursor -> new Page.Parked(Instant.parse(TOMORROW)), body("7")))
                .isEmpty();
        assertThat(told)
                .endsWith("PagesOutcome[state=PARKED, cursor=7, until=%s, pages=0, records=0]".formatted(TOMORROW));
    }

    @Test
    void tellsTheStateWhatFailedUnderTheNameThatMachinesMatch() {
        assertThat(handle(
                        cursor -> {
                            throw new FerryException(ErrorCode.SOURCE_UNAVAILABLE, "no answer");
                        },
                        body("")))
                .as("the state decides whether to try again, not the queue")
                .isEmpty();
        assertThat(told).endsWith("failed SOURCE_UNAVAILABLE");
        assertThat(closed).containsExactly("site");
    }

    @Test
    void dropsAMessageThatNobodyWaitsFor() {
        stillWaiting = false;
        assertThat(handle(cursor -> new Page.Last(1), body(""))).isEmpty();
        assertThat(told).containsExactly("alive");
    }

    @Test
    void keepsAMessageWhoseStateCannotBeTold() {
        reachable = false;
        assertThat(handle(cursor -> new Page.Last(1), body(""), body("")))
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("m0", "m1");
    }

    @Test
    void keepsAMessageThatItCannotRead() {
        assertThat(handle(cursor -> new Page.Last(1), "{\"taskToken\":\"T\"}", body("")))
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("m0");
    }

    @Test
    void tokensNeverShow() {
        assertThat(PageMessage.parse(body("5")).toString())
                .contains("mirror-files", "5")
                .doesNotContain("TOKEN");
    }

    private static String body(String cursor) {
        return """
                {"taskToken":"TOKEN","migrationId":"m1","runId":"r1","configKey":"k","work":"mirror-files",\
                "unit":"utterances","cursor":"%s"}""".formatted(cursor);
    }

    private List<BatchItemFailure> handle(PagedWork work, String... bodies) {
        SQSEvent event = new SQSEvent();
        List<SQSMessage> messages = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("m" + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        event.setRecords(messages);
        return new ReadPagesHandler(message -> new Site(work), new Reports(), CLOCK)
                .handleRequest(event, new StubContext())
                .getBatchItemFailures();
    }

    private final class Site implements PageSite {
        private final PagedWork work;

        Site(PagedWork work) {
            this.work = work;
        }

        @Override
        public PagedWork work() {
            return work;
        }

        @Override
        public BudgetState budget() {
            return BudgetState.opened(BudgetSettings.standard(1_000), NOW);
        }

        @Override
        public void toCome(long requests) {
            toCome.add(requests);
        }

        @Override
        public void close() {
            closed.add("site");
        }
    }

    private final class Reports implements TaskReports {
        @Override
        public void succeeded(TaskToken token, Object output) {
            reach();
            told.add(output.toString());
        }

        @Override
        public void failed(TaskToken token, FerryException failure) {
            reach();
            told.add("failed " + failure.code());
        }

        @Override
        public boolean alive(TaskToken token) {
            told.add("alive");
            return stillWaiting;
        }

        private void reach() {
            if (!reachable) {
                throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "Step Functions does not answer");
            }
        }
    }
}
