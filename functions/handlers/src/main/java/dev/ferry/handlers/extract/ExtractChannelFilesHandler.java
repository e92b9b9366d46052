package dev.ferry.handlers.extract;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Cuts files of channels into fragments, one outcome per file.
public final class ExtractChannelFilesHandler implements RequestHandler<ChannelBatch, List<FileOutcome>> {
    private final Runs runs;
    private final FeedCatalogue catalogue = FeedCatalogue.standard();

    public ExtractChannelFilesHandler() {
        this(AwsRuns.standard());
    }

    ExtractChannelFilesHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public List<FileOutcome> handleRequest(ChannelBatch batch, Context context) {
        return Invocation.of(context, batch.run(), FragmentFile.PHASE, () -> {
            RunPorts ports = runs.open(batch.run());
            ReadChannels read = new ReadChannels(ports, catalogue);
            Set<String> events = batch.items().stream()
                    .filter(file -> file.channel() == Channel.EVENTS)
                    .map(ChannelFile::key)
                    .collect(Collectors.toSet());
            ExtractUnits units = new ExtractUnits(
                    ports, false, item -> events.contains(item.key()) ? read.events(item) : read.exported(item));
            List<FileOutcome> outcomes =
                    units.run(batch.items().stream().map(ChannelFile::item).toList());
            PhaseMetrics.emit(batch.run().migrationId(), FragmentFile.PHASE, units.report());
            return outcomes;
        });
    }
}
