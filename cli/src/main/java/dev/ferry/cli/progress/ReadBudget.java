package dev.ferry.cli.progress;

import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.run.InvalidConfig;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunConfigReader;
import dev.ferry.core.run.RunRef;
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
    public Optional<BudgetStatus> of(RunRef run, Instant now) {
        return cloud.work()
                .open(run.configKey())
                .flatMap(in -> config(run.configKey(), in))
                .filter(config -> config.source().api().isUsed())
                .flatMap(config -> cloud.budgets().find(AsappBudget.name(config.company())))
                .map(state -> BudgetStatus.of(state, now));
    }

    /// One line for a person.
    public static String line(BudgetStatus budget) {
        return "%,d requests used on %s, %,d reserved, %,d left; the next day begins at %s%s"
                .formatted(
                        budget.used(),
                        budget.day(),
                        budget.reserved(),
                        budget.left(),
                        budget.opensAgain(),
                        budget.openBreaker()
                                .map(Refusal::reason)
                                .map("; the key was refused (%s), nothing is sent until there is a new one"::formatted)
                                .orElse(""));
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
