package dev.ferry.handlers.scope;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.ProfileFile;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.scope.FeedProfile;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.handlers.extract.Channel;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at a batch of files and leaves what they look like, by feed. A file that cannot be read is listed.
public final class ProfileFilesHandler implements RequestHandler<ProfileBatch, ProfileFilesHandler.Profiled> {
    /// The name of the phase in metrics.
    static final String PHASE = "scope";

    /// The list of files that cannot be read.
    static final String UNREADABLE = "unreadable";

    private final Runs runs;
    private final FeedCatalogue catalogue = FeedCatalogue.standard();

    public ProfileFilesHandler() {
        this(AwsRuns.standard());
    }

    ProfileFilesHandler(Runs runs) {
        this.runs = runs;
    }

    /// What was looked at.
    public record Profiled(int files, long rows) {}

    @Override
    public Profiled handleRequest(ProfileBatch batch, Context context) {
        return Invocation.of(context, batch.run(), PHASE, () -> profile(runs.open(batch.run()), batch));
    }

    private Profiled profile(RunPorts ports, ProfileBatch batch) {
        FragmentSettings settings = FragmentSettings.of(ports.config().company());
        ProfileFile exported = new ProfileFile(ports.source(), catalogue, settings);
        ProfileFile copied = new ProfileFile(ports.copies(), catalogue, settings);
        SortedMap<String, FeedProfile> feeds = new TreeMap<>();
        for (ProfileBatch.Item item : batch.items()) {
            if (item.channel() != Channel.EVENTS) {
                SourceObject object = new SourceObject(item.key(), item.size(), item.etag());
                try {
                    FeedProfile profile = item.channel() == null
                            ? exported.run(WorkUnit.of(object))
                            : copied.run(FileExporterLayout.unit(object));
                    feeds.merge(profile.feed(), profile, FeedProfile::plus);
                } catch (FerryException failure) {
                    unreadable(ports, item, failure);
                }
            }
        }
        new WorkJson(ports.work()).write(ports.files().profile(batch.name()), List.copyOf(feeds.values()));
        return new Profiled(
                batch.items().size(),
                feeds.values().stream().mapToLong(FeedProfile::rows).sum());
    }

    private static void unreadable(RunPorts ports, ProfileBatch.Item item, FerryException failure) {
        if (failure.code() != ErrorCode.SOURCE_UNREADABLE) {
            throw failure;
        }
        ports.lists()
                .put(
                        UNREADABLE,
                        item.key(),
                        List.of(new Quarantined(
                                item.key(), 0, failure.code().name(), String.valueOf(failure.getMessage()))));
    }
}
