package dev.ferry.handlers.prepare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.pages.CheckSourceApi;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;

/// Checks a run's configuration and source, fixes the migration's number of buckets and registers the run.
public final class PrepareRunHandler implements RequestHandler<RunRef, PrepareRun.Prepared> {
    private final Runs runs;
    private final PrepareRun prepareRun;

    public PrepareRunHandler() {
        this(AwsRuns.standard());
    }

    private PrepareRunHandler(AwsRuns aws) {
        this(
                aws,
                new PrepareRun(
                        new DynamoDbRunStore(aws.controlTable()),
                        Clock.systemUTC(),
                        new CheckSourceApi(aws, Environment.clock())));
    }

    PrepareRunHandler(Runs runs, PrepareRun prepareRun) {
        this.runs = runs;
        this.prepareRun = prepareRun;
    }

    @Override
    public PrepareRun.Prepared handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> prepareRun.run(runs.open(run)));
    }
}
