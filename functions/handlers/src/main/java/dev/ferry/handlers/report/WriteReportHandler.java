package dev.ferry.handlers.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.run.RunRegister;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a run's results, lists and report. May be called at any moment, also for a run that has stopped on its
/// way.
public final class WriteReportHandler implements RequestHandler<WriteReportHandler.Request, WriteReport.Written> {
    private final Runs runs;
    private final WriteReport report;

    public WriteReportHandler() {
        this(AwsRuns.standard());
    }

    private WriteReportHandler(AwsRuns aws) {
        this(aws, new DynamoDbRunStore(aws.controlTable()), Clock.systemUTC());
    }

    WriteReportHandler(Runs runs, RunRegister register, Clock clock) {
        this.runs = runs;
        this.report = new WriteReport(register, clock);
    }

    /// Which run to write of.
    ///
    /// @param phases the load phases in their order; nothing for a run that stopped before its target was checked
    /// @param completed whether the run has come to its end
    public record Request(
            String migrationId,
            String runId,
            String configKey,
            @Nullable List<String> phases,
            @Nullable String mappingHash,
            boolean completed) {

        RunRef run() {
            return new RunRef(migrationId, runId, configKey);
        }

        List<String> loadPhases() {
            return phases == null ? List.of() : phases;
        }

        String hash() {
            return mappingHash == null ? "" : mappingHash;
        }
    }

    @Override
    public WriteReport.Written handleRequest(Request request, Context context) {
        return Invocation.of(
                context,
                request.run(),
                () -> report.write(
                        runs.open(request.run()), request.loadPhases(), request.hash(), request.completed()));
    }
}
