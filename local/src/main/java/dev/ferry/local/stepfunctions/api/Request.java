package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members of a request, taken with the service's own complaints.
record Request(JsonNode body) {

    private static final int MOST_RESULTS = 1000;
    private static final int LONGEST_TOKEN = 1024;

    String required(String member) {
        var value = body.path(member);
        if (!value.isTextual()) {
            throw ServiceException.validation(
                    "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                            .formatted(member));
        }
        return value.textValue();
    }

    Optional<String> text(String member) {
        return Optional.ofNullable(body.path(member).textValue());
    }

    @Nullable
    String orNull(String member) {
        return body.path(member).textValue();
    }

    Optional<JsonNode> node(String member) {
        var value = body.get(member);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    boolean flag(String member) {
        return body.path(member).asBoolean();
    }

    /// A required ARN of one of the given kinds of resource.
    String arn(String member, String... kinds) {
        var arn = required(member);
        if (!arn.startsWith("arn:")) {
            throw ServiceException.invalidArn("Invalid ARN prefix: " + arn);
        }
        var parts = arn.split(":", 7);
        if (parts.length < 7 || !parts[2].equals("states")) {
            throw ServiceException.invalidArn("Invalid ARN: " + arn);
        }
        if (Arrays.stream(kinds).noneMatch(parts[5]::equals)) {
            throw ServiceException.invalidArn("Resource type not valid in this context: " + parts[5]);
        }
        return arn;
    }

    /// The page that the request asks for.
    Page page() {
        return page(LONGEST_TOKEN);
    }

    /// The page that the request asks for, where tokens may be longer or shorter than usual.
    Page page(int longestToken) {
        var most = body.path("maxResults");
        if (most.isNumber() && most.asInt() > MOST_RESULTS) {
            throw ServiceException.constraint(
                    most.asText(), "maxResults", "have value less than or equal to " + MOST_RESULTS);
        }
        if (most.isNumber() && most.asInt() < 0) {
            throw ServiceException.constraint(most.asText(), "maxResults", "have value greater than or equal to 0");
        }
        var token = body.path("nextToken").asText();
        if (token.length() > longestToken) {
            throw ServiceException.constraint(token, "nextToken", "have length less than or equal to " + longestToken);
        }
        int size = most.asInt() == 0 ? 100 : most.asInt();
        return new Page(Page.offset(token), size);
    }
}
