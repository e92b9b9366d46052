package dev.ferry.handlers.extract;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;

/// Lists the copies of the File Exporter's files and the stored events into a manifest of files to read.
public final class ListChannelFilesHandler implements RequestHandler<RunRef, PlanExtraction.Planned> {
    private final Runs runs;
    private final PlanChannels planChannels = new PlanChannels(FeedCatalogue.standard());

    public ListChannelFilesHandler() {
        this(AwsRuns.standard());
    }

    ListChannelFilesHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public PlanExtraction.Planned handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, FragmentFile.PHASE, () -> planChannels.run(runs.open(run)));
    }
}
