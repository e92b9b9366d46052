package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.StateHead;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;
import java.time.Instant;

/// Until when a Wait state waits.
final class WaitTimes {

    private static final long LONGEST_WAIT = 99_999_999;

    private final Queries queries;

    WaitTimes(Queries queries) {
        this.queries = queries;
    }

    Instant until(StateHead head, Visible visible, Instant entered) {
        if (head.has("SecondsPath")) {
            return entered.plusSeconds(secondsAt(head.text("SecondsPath", ""), visible));
        }
        if (head.has("TimestampPath")) {
            return timestampAt(head.text("TimestampPath", ""), visible);
        }
        var seconds = queries.setting(head, "Seconds", visible);
        if (seconds.isPresent()) {
            return entered.plusSeconds(seconds(seconds.get()));
        }
        var written = head.fields().path("Timestamp");
        return timestamp(
                head.language() == QueryLanguage.JSONATA
                        ? queries.template(QueryLanguage.JSONATA, written, "Timestamp", visible)
                        : written);
    }

    private static long seconds(Queries.Setting setting) {
        long seconds = setting.whole();
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw QueryException.jsonata(
                    "Seconds",
                    "The Seconds field must be between 0 and %d but was %d".formatted(LONGEST_WAIT, seconds));
        }
        return seconds;
    }

    private static long secondsAt(String path, Visible visible) {
        var value = PathEvaluator.require(path, visible);
        if (!value.isIntegralNumber()) {
            throw QueryException.runtime("The SecondsPath parameter cannot be parsed as a long value: %s == %s"
                    .formatted(path, shown(value)));
        }
        if (value.longValue() < 0) {
            throw QueryException.runtime(
                    "The SecondsPath parameter references a negative value: %s == %s".formatted(path, shown(value)));
        }
        return value.longValue();
    }

    private static Instant timestampAt(String path, Visible visible) {
        var value = PathEvaluator.require(path, visible);
        return Timestamps.parse(value.asText())
                .orElseThrow(() -> QueryException.runtime(
                        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: %s == %s"
                                .formatted(path, shown(value))))
                .toInstant();
    }

    private static Instant timestamp(JsonNode value) {
        return Timestamps.parse(value.asText())
                .orElseThrow(() -> QueryException.jsonata(
                        null,
                        "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: %s"
                                .formatted(shown(value))))
                .toInstant();
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
