package dev.ferry.handlers.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.ferry.core.failure.FerryException;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.executions.SfnStoppedExecutions;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the reports of runs that were stopped, as the events of their executions come in by a queue.
///
/// A machine that caught its failures to write a report could not be redriven from where it failed; so its end is
/// heard of from outside. A message whose report could not be written comes again.
public final class ReportStoppedRunHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ReportStoppedRunHandler.class);

    private final ReportStoppedRun report;

    public ReportStoppedRunHandler() {
        this(AwsRuns.standard());
    }

    private ReportStoppedRunHandler(AwsRuns aws) {
        this(new ReportStoppedRun(
                new ReportStoppedRun.Stores(aws, new DynamoDbRunStore(aws.controlTable()), aws.work()),
                new SfnStoppedExecutions(aws.clients()::sfn),
                Clock.systemUTC()));
    }

    ReportStoppedRunHandler(ReportStoppedRun report) {
        this.report = report;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> unwritten = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            try {
                StoppedRun.parse(message.getBody())
                        .ifPresent(stopped -> Invocation.of(context, stopped.run(), () -> report.report(stopped)));
            } catch (FerryException failure) {
                LOG.error("message {} stays in the queue: {}", message.getMessageId(), failure.code());
                unwritten.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(unwritten);
    }
}
