package dev.ferry.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What an invocation says about the messages of its batch, by the rules of `ReportBatchItemFailures`.
///
/// @param failed the ids of the messages that stay in the queue; all others are done with
/// @param whole whether the batch failed as a whole
record BatchResponse(Set<String> failed, boolean whole) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    BatchResponse {
        failed = Set.copyOf(failed);
    }

    /// Reads an outcome. An exception, a refused call, an answer that is no JSON object or null, and an
    /// identifier that is missing, empty or unknown each fail every message; a missing, null or empty list fails
    /// none.
    static BatchResponse of(Invocation invocation, Set<String> batch) {
        return switch (invocation) {
            case Invocation.Returned(var payload) ->
                reported(payload, batch)
                        .map(failed -> new BatchResponse(failed, false))
                        .orElseGet(() -> all(batch));
            case Invocation.Raised raised -> all(batch);
            case Invocation.Refused refused -> all(batch);
        };
    }

    private static BatchResponse all(Set<String> batch) {
        return new BatchResponse(batch, true);
    }

    private static Optional<Set<String>> reported(byte[] payload, Set<String> batch) {
        try {
            var answer = JSON.readTree(payload);
            var failures = answer == null ? JSON.getNodeFactory().nullNode() : answer.path("batchItemFailures");
            if (failures.isMissingNode() || failures.isNull()) {
                return answer == null || answer.isObject() || answer.isNull()
                        ? Optional.of(Set.of())
                        : Optional.empty();
            }
            return failures.isArray() ? identifiers(failures, batch) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<String>> identifiers(JsonNode failures, Set<String> batch) {
        var failed = new HashSet<String>();
        for (var failure : failures) {
            var id = failure.path("itemIdentifier");
            if (!id.isTextual() || !batch.contains(id.textValue())) {
                return Optional.empty();
            }
            failed.add(id.textValue());
        }
        return Optional.of(failed);
    }
}
