package dev.ferry.handlers.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.failure.RetriableException;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.aws.StoreFailure;
import dev.ferry.handlers.dynamodb.TaskToken;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// [TaskReports] to Step Functions.
final class SfnTaskReports implements TaskReports {
    // Step Functions takes 32,768 characters of a cause; ours are a sentence or two.
    private static final int LONGEST_CAUSE = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AwsClients clients;

    SfnTaskReports(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public void succeeded(TaskToken token, Object output) {
        try {
            String json = MAPPER.writeValueAsString(output);
            answered(
                    "report a success",
                    () -> clients.sfn()
                            .sendTaskSuccess(
                                    request -> request.taskToken(token.value()).output(json)));
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "an outcome of pages cannot be written", e);
        }
    }

    @Override
    public void failed(TaskToken token, FerryException failure) {
        FerryException surfacing = RetriableException.surfacing(failure);
        String cause = Objects.requireNonNullElse(
                surfacing.getMessage(), surfacing.code().name());
        answered(
                "report a failure",
                () -> clients.sfn()
                        .sendTaskFailure(request -> request.taskToken(token.value())
                                .error(surfacing.getClass().getName())
                                .cause(cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)))));
    }

    @Override
    public boolean alive(TaskToken token) {
        return answered(
                "send a heartbeat", () -> clients.sfn().sendTaskHeartbeat(request -> request.taskToken(token.value())));
    }

    private static boolean answered(String what, Runnable call) {
        try {
            call.run();
            return true;
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException nobodyWaits) {
            return false;
        } catch (SdkException e) {
            throw StoreFailure.of(what + " of pages", e);
        }
    }
}
