package dev.ferry.handlers.pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.RunPages;
import dev.ferry.core.paging.Stop;
import dev.ferry.handlers.dynamodb.TaskToken;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.BudgetMetrics;
import dev.ferry.handlers.run.AwsRuns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on messages of the queue of pages, and answers the states that wait for them.
///
/// What went wrong with the work is told to its state, and the message is done with; only a message whose state
/// could not be told comes again.
public final class ReadPagesHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPagesHandler.class);

    // The longest page: every request of it tried four times, the last after the pushes of the timeline.
    private static final int LONGEST_PAGE_MILLIS = 180_000;

    private final PageSite.Sites sites;
    private final TaskReports reports;
    private final Clock clock;

    public ReadPagesHandler() {
        this(AwsRuns.standard(), Environment.clock());
    }

    private ReadPagesHandler(AwsRuns runs, Clock clock) {
        this(new AwsPageSites(runs, clock), new SfnTaskReports(runs.clients()), clock);
    }

    ReadPagesHandler(PageSite.Sites sites, TaskReports reports, Clock clock) {
        this.sites = sites;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> untold = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            try {
                PageMessage page = PageMessage.parse(message.getBody());
                Invocation.of(context, page.run(), BudgetMetrics.PHASE, () -> work(page, context));
            } catch (FerryException failure) {
                LOG.error("message {} stays in the queue: {}", message.getMessageId(), failure.code());
                untold.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(untold);
    }

    private Stop work(PageMessage message, Context context) {
        TaskToken token = new TaskToken(message.taskToken());
        Stop stop;
        try {
            stop = run(message, token, context);
        } catch (FerryException failure) {
            LOG.error("{} failed with {}: {}", message, failure.code(), failure.getMessage());
            reports.failed(token, failure);
            return new Stop.Abandoned(Stop.Count.NONE);
        }
        PagesOutcome.of(stop).ifPresent(outcome -> reports.succeeded(token, outcome));
        return stop;
    }

    private Stop run(PageMessage message, TaskToken token, Context context) {
        try (PageSite site = sites.open(message)) {
            RunPages pages = new RunPages(
                    () -> context.getRemainingTimeInMillis() > LONGEST_PAGE_MILLIS,
                    new Heartbeat(reports, token, clock));
            Stop stop = pages.from(message.cursor(), site.work());
            long toCome = stop.count().requestsLeft();
            site.toCome(toCome);
            BudgetMetrics.emit(message.migrationId(), site.budget(), toCome, clock.instant());
            return stop;
        }
    }
}
