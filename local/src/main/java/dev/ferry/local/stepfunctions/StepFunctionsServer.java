package dev.ferry.local.stepfunctions;

import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.api.HttpEndpoint;
import dev.ferry.local.stepfunctions.api.StepFunctionsApi;
import dev.ferry.local.stepfunctions.journal.FileJournals;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.RealTimekeeper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The Step Functions service on a loopback port.
///
/// Executions that were running when the last process on the same state directory ended go on as soon as this one
/// starts.
///
/// *Threading*: safe for concurrent use.
public final class StepFunctionsServer implements AutoCloseable {

    private final HttpEndpoint endpoint;
    private final StepFunctionsService service;

    private StepFunctionsServer(HttpEndpoint endpoint, StepFunctionsService service) {
        this.endpoint = endpoint;
        this.service = service;
    }

    /// Starts the service.
    ///
    /// *Errors*: [IOException] with one clear line when the port is in use.
    public static StepFunctionsServer start(
            StepFunctionsSettings settings, LambdaInvoker lambda, ObjectStore s3, QueueSender sqs, Clock clock)
            throws IOException {
        var chance = new SystemChance();
        var service = StepFunctionsService.open(
                settings,
                new StepFunctionsService.Basis(
                        new FileJournals(settings.stateDirectory()), new RealTimekeeper(clock), chance),
                lambda,
                s3,
                sqs);
        try {
            var endpoint = HttpEndpoint.listen(
                    settings.port(), service.api(), () -> chance.uuid().toString());
            service.resume();
            return new StepFunctionsServer(endpoint, service);
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    /// Where it listens, for `--endpoint-url`.
    public URI endpoint() {
        return endpoint.uri();
    }

    /// The same operations without HTTP.
    public StepFunctionsApi api() {
        return service.api();
    }

    /// Stops listening; running executions go on when the service is started again.
    @Override
    public void close() {
        endpoint.close();
        service.close();
    }

    /// The chance of the machine. This class is where it enters the service.
    private static final class SystemChance implements Chance {
        @Override
        public double number() {
            return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public UUID uuid() {
            return UUID.randomUUID();
        }
    }
}
