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

/// Writes the results, lists and report of a run that has come to its end.
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
    /// @param phases the load phases in their order
    public record Request(
            String migrationId,
            String runId,
            String configKey,
            @Nullable List<String> phases,
            @Nullable String mappingHash) {

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
                () -> report.write(runs.open(request.run()), request.loadPhases(), request.hash()));
    }
}
