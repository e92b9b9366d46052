package dev.ferry.intercom.target;

import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.budget.Pacer;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.core.time.Sleeper;
import dev.ferry.intercom.client.AccessToken;
import dev.ferry.intercom.client.IntercomClient;
import dev.ferry.intercom.client.IntercomConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/// Makes targets from what a run's configuration and its secret say.
public final class IntercomTargets {
    private static final String CATALOGUE = "/mappings/intercom-attributes.yaml";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private IntercomTargets() {}

    /// A secret as it is read.
    ///
    /// @param version of the secret
    public record Secret(String json, String version) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Time, and where the shared budget is kept.
    public record Machine(BudgetStore budgets, Clock clock, Sleeper sleeper) {}

    /// The workspace that a run's configuration names. Sends nothing yet.
    ///
    /// *Shape* of the secret: `{"accessToken":"..."}`.
    ///
    /// *Errors*: `CONFIGURATION`, naming the field or the option that is missing or wrong.
    public static IntercomTarget create(
            Secret secret, TargetConfig target, IntercomTarget.RunPorts run, Machine machine) {
        IntercomOptions options = IntercomOptions.of(target.options());
        AccessToken token = IntercomSecret.parse(secret.json(), secret.version());
        SharedBudget budget = new SharedBudget(
                machine.budgets(),
                IntercomBudget.name(target.secretName()),
                IntercomBudget.settings(IntercomBudget.window(options.pace(), 0)),
                machine.clock());
        Pacer pacer = new Pacer(budget, token.version(), machine.clock(), machine.sleeper());
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        IntercomClient client = new IntercomClient(
                config(token, target),
                new IntercomClient.Surroundings(
                        http,
                        pacer,
                        machine.sleeper(),
                        announced -> budget.configure(
                                IntercomBudget.settings(IntercomBudget.window(options.pace(), announced)))));
        return new IntercomTarget(
                client,
                options,
                new IntercomTarget.Surroundings(
                        run,
                        AttributeCatalogue.parse(catalogue()).with(options.attributes()),
                        machine.clock(),
                        machine.sleeper(),
                        pacer::close));
    }

    private static IntercomConfig config(AccessToken token, TargetConfig target) {
        try {
            return IntercomConfig.of(
                    target.address().orElse(IntercomConfig.HOST),
                    token,
                    target.version().orElse(IntercomConfig.VERSION));
        } catch (IllegalArgumentException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION, "the target's loginUrl or apiVersion: " + e.getMessage(), e);
        }
    }

    private static String catalogue() {
        try (InputStream in = IntercomTargets.class.getResourceAsStream(CATALOGUE)) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the installation has no " + CATALOGUE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the installation's " + CATALOGUE + " cannot be read", e);
        }
    }
}
