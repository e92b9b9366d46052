package dev.ferry.cli.progress;

import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.core.paging.RequestsToCome;
import dev.ferry.core.run.InvalidConfig;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunConfigReader;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Reads where the budget of a run's source stands.
public final class ReadBudget {
    private final CloudSession cloud;

    public ReadBudget(CloudSession cloud) {
        this.cloud = cloud;
    }

    /// The budget of the tenant's key; nothing for a run that uses no API or has not asked it anything.
    public Optional<SourceBudget> of(RunRef run, Instant now) {
        return cloud.work()
                .open(run.configKey())
                .flatMap(in -> config(run.configKey(), in))
                .filter(config -> config.source().api().isUsed())
                .flatMap(config -> cloud.budgets().find(AsappBudget.name(config.company())))
                .map(state ->
                        SourceBudget.of(state, new RequestsToCome(cloud.work(), new RunFiles(run.runId())).sum(), now));
    }

    private static Optional<RunConfig> config(String name, InputStream in) {
        try (in) {
            return Optional.of(RunConfigReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (InvalidConfig refused) {
            // The run itself was refused for it and says so.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
