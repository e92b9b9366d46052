package dev.ferry.handlers.pages;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappConfig;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.ApiConfig;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What has to hold before a run asks the source's API anything: its host is known and its key is there. Nothing is
/// sent to find out.
///
/// Makes the limits of the configuration those of the tenant's budget, for every worker from its next lease on.
///
/// *Errors*: `CONFIGURATION`, one line.
public final class CheckSourceApi implements Consumer<RunPorts> {
    private final AwsRuns runs;
    private final Clock clock;

    public CheckSourceApi(AwsRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void accept(RunPorts ports) {
        ApiConfig config = ports.config().source().api();
        if (!config.isUsed()) {
            return;
        }
        generating(config);
        requireHost(config);
        requireTrusted(config, new AsappKeys(runs.clients().secretsManager()).read(config.secretName()));
        new SharedBudget(
                        new DynamoDbBudgetStore(runs.controlTable()),
                        AsappBudget.name(ports.config().company()),
                        AsappBudget.settings(config),
                        clock)
                .configure(AsappBudget.settings(config));
    }

    /// The calls that may generate content.
    public static Set<GeneratingCall> generating(ApiConfig config) {
        return config.generating().stream()
                .map(name -> GeneratingCall.named(name)
                        .orElseThrow(() -> new FerryException(
                                ErrorCode.CONFIGURATION,
                                "source.api.generating names %s, which is no call: there are %s"
                                        .formatted(name, GeneratingCall.names()))))
                .collect(Collectors.toSet());
    }

    private static void requireTrusted(ApiConfig config, ApiKey key) {
        try {
            AsappConfig.of(config.host(), key);
        } catch (IllegalArgumentException untrusted) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "source.api.host is %s: the key is sent over https only".formatted(config.host()));
        }
    }

    private static void requireHost(ApiConfig config) {
        String host = String.valueOf(config.host().getHost());
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "source.api.host names %s, and no such host is known: give the address that ASAPP gave you"
                            .formatted(host),
                    e);
        }
    }
}
