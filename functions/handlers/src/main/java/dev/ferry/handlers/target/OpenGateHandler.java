package dev.ferry.handlers.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.dynamodb.DynamoDbGateStore;
import dev.ferry.handlers.dynamodb.GateName;
import dev.ferry.handlers.dynamodb.TaskToken;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;

/// Remembers whom to answer at a gate, so that a person finds it; the state machine waits for the answer.
public final class OpenGateHandler implements RequestHandler<OpenGateHandler.Gate, OpenGateHandler.Opened> {
    private final DynamoDbGateStore gates;

    public OpenGateHandler() {
        this(new DynamoDbGateStore(AwsRuns.standard().controlTable()));
    }

    OpenGateHandler(DynamoDbGateStore gates) {
        this.gates = gates;
    }

    /// A gate that opens.
    ///
    /// @param gate its name, for example `owners`
    /// @param undecided how many things a person has to decide
    /// @param taskToken lets the run go on, so it is kept like a password
    public record Gate(
            String migrationId, String runId, String configKey, String gate, int undecided, String taskToken) {

        RunRef run() {
            return new RunRef(migrationId, runId, configKey);
        }

        @Override
        public String toString() {
            return "Gate[" + gate + "]";
        }
    }

    /// The gate that was opened.
    public record Opened(String gate) {}

    @Override
    public Opened handleRequest(Gate gate, Context context) {
        return Invocation.of(context, gate.run(), () -> {
            gates.put(new GateName(gate.migrationId(), gate.runId(), gate.gate()), new TaskToken(gate.taskToken()));
            PhaseMetrics.emitGateOpened(gate.migrationId(), gate.gate());
            return new Opened(gate.gate());
        });
    }
}
