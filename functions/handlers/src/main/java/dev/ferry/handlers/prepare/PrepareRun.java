package dev.ferry.handlers.prepare;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.BucketLayout;
import dev.ferry.core.run.RunConfig.SourceConfig;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.run.RunRegister;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.handlers.run.RunPorts;
import java.time.Clock;
import java.util.LongSummaryStatistics;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a run ready: what is wrong with its configuration or source is said before anything happens.
public final class PrepareRun {
    // What comes by the API alone is reckoned to be about as much.
    private static final long UNKNOWN_SIZE = 4L * 1024 * 1024 * 1024;

    private final RunRegister register;
    private final Clock clock;
    private final Consumer<RunPorts> sourceApi;

    /// @param sourceApi refuses a run that could not use the source's API although it is to
    PrepareRun(RunRegister register, Clock clock, Consumer<RunPorts> sourceApi) {
        this.register = register;
        this.clock = clock;
        this.sourceApi = sourceApi;
    }

    /// Prepares the run; doing it again changes nothing but the time.
    ///
    /// *Errors*: `SOURCE_UNREADABLE` when the export cannot be listed, or is empty and there is no API to read
    /// instead.
    Prepared run(RunPorts ports) {
        SourceConfig source = ports.config().source();
        LongSummaryStatistics sizes;
        try (Stream<SourceObject> objects = ports.source().list(source.prefix())) {
            sizes = objects.collect(Collectors.summarizingLong(SourceObject::size));
        }
        if (sizes.getCount() == 0 && !source.api().isUsed()) {
            throw new FerryException(
                    ErrorCode.SOURCE_UNREADABLE,
                    "there is nothing below %s in source bucket %s".formatted(source.prefix(), source.bucket()));
        }
        sourceApi.accept(ports);
        RunRef run = ports.run();
        int buckets = new BucketLayout(ports.work())
                .decide(
                        run.migrationId(),
                        ports.config().buckets(),
                        sizes.getCount() == 0 ? UNKNOWN_SIZE : sizes.getSum())
                .value();
        register.put(
                new RunRecord(run.migrationId(), run.runId(), run.configKey(), ports.configHash(), clock.instant()));
        return new Prepared(
                buckets, sizes.getCount(), sizes.getSum(), source.api().isUsed());
    }

    /// What the run is about to read. *Shape*: `{"buckets","objects","bytes","api"}`.
    ///
    /// @param api whether it uses the source's API
    public record Prepared(int buckets, long objects, long bytes, boolean api) {}
}
