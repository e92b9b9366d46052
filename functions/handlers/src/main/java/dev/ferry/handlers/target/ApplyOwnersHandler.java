package dev.ferry.handlers.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.dynamodb.DynamoDbGateStore;
import dev.ferry.handlers.dynamodb.GateName;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applies a person's answer at the owner gate; an answer that leaves somebody open opens the gate again.
public final class ApplyOwnersHandler implements RequestHandler<ApplyOwnersHandler.Answered, DecideOwners.Decided> {
    private static final String GATE = "owners";

    private final LoadSites sites;
    private final DynamoDbGateStore gates;

    public ApplyOwnersHandler() {
        this(AwsLoadSites.standard(), new DynamoDbGateStore(AwsRuns.standard().controlTable()));
    }

    ApplyOwnersHandler(LoadSites sites, DynamoDbGateStore gates) {
        this.sites = sites;
        this.gates = gates;
    }

    /// What a person sent. *Shape* of the answer: see [OwnerAnswer].
    public record Answered(String migrationId, String runId, String configKey, Answer answer) {

        RunRef run() {
            return new RunRef(migrationId, runId, configKey);
        }
    }

    /// The answer as it comes, where either part may be missing.
    public record Answer(
            @Nullable String defaultOwner, @Nullable Map<String, String> owners) {

        OwnerAnswer complete() {
            return new OwnerAnswer(defaultOwner == null ? "" : defaultOwner, owners == null ? Map.of() : owners);
        }
    }

    @Override
    public DecideOwners.Decided handleRequest(Answered event, Context context) {
        return Invocation.of(context, event.run(), () -> {
            DecideOwners.Decided decided = new DecideOwners(sites.open(event.run()))
                    .apply(event.answer().complete());
            // The token is spent; a gate that opens again has another one.
            gates.delete(new GateName(event.migrationId(), event.runId(), GATE));
            PhaseMetrics.emitGateAnswered(event.migrationId(), GATE);
            return decided;
        });
    }
}
