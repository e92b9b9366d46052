package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads `Retry` and `Catch`.
final class RecoveryReader {

    private static final Set<String> RETRIER = Set.of(
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy",
            "Comment");
    private static final Set<String> CATCHER = Set.of("ErrorEquals", "Next", "Comment", "Assign");
    private static final int MOST_ATTEMPTS = 99_999_999;
    private static final long LONGEST_DELAY = 31_622_400;

    private final Findings findings;
    private final Templates templates;

    RecoveryReader(Findings findings, Templates templates) {
        this.findings = findings;
        this.templates = templates;
    }

    Recovery read(ObjectNode state, QueryLanguage language, String location) {
        var retriers = new ArrayList<Recovery.Retrier>();
        var catchers = new ArrayList<Recovery.Catcher>();
        for (int i = 0; i < state.path("Retry").size(); i++) {
            if (state.get("Retry").get(i) instanceof ObjectNode retrier) {
                retriers.add(retrier(retrier, location + "/Retry[" + i + "]"));
            }
        }
        for (int i = 0; i < state.path("Catch").size(); i++) {
            if (state.get("Catch").get(i) instanceof ObjectNode catcher) {
                catchers.add(catcher(catcher, language, location + "/Catch[" + i + "]"));
            }
        }
        allAlone(retriers.stream().map(Recovery.Retrier::errors).toList(), location + "/Retry");
        allAlone(catchers.stream().map(Recovery.Catcher::errors).toList(), location + "/Catch");
        return new Recovery(retriers, catchers);
    }

    private Recovery.Retrier retrier(ObjectNode node, String location) {
        findings.onlyKnown(node, RETRIER, location);
        var errors = findings.texts(node, "ErrorEquals", location);
        long interval = number(node, "IntervalSeconds", 1, 1, location);
        long attempts = number(node, "MaxAttempts", 3, 0, location);
        if (attempts > MOST_ATTEMPTS) {
            findings.schema("Value is greater than " + MOST_ATTEMPTS, location + "/MaxAttempts");
        }
        double rate = node.path("BackoffRate").asDouble(2.0);
        if (rate < 1) {
            findings.schema("Value is less than 1", location + "/BackoffRate");
        }
        var jitter = node.path("JitterStrategy").asText("NONE");
        if (!jitter.equals("NONE") && !jitter.equals("FULL")) {
            findings.schema(
                    "The field 'JitterStrategy' should have one of these values: [FULL, NONE]",
                    location + "/JitterStrategy");
        }
        Long maxDelay = node.has("MaxDelaySeconds") ? number(node, "MaxDelaySeconds", 1, 1, location) : null;
        if (maxDelay != null && (maxDelay <= interval || maxDelay >= LONGEST_DELAY)) {
            findings.schema(
                    "The value of 'MaxDelaySeconds' must be greater than 'IntervalSeconds' and less than 31622400",
                    location + "/MaxDelaySeconds");
        }
        return new Recovery.Retrier(
                errors, new Recovery.Backoff(interval, rate), (int) attempts, maxDelay, jitter.equals("FULL"));
    }

    private long number(ObjectNode node, String field, long otherwise, long least, String location) {
        var value = node.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()) {
            findings.schema("Expected value of type Integer", location + "/" + field);
        } else if (value.asLong() < least) {
            findings.schema("Value is less than " + least, location + "/" + field);
        }
        return value.asLong();
    }

    private Recovery.Catcher catcher(ObjectNode node, QueryLanguage language, String location) {
        var known = new java.util.HashSet<>(CATCHER);
        known.add(language == QueryLanguage.JSONATA ? "Output" : "ResultPath");
        findings.onlyKnown(node, known, location);
        if (language == QueryLanguage.JSONATA) {
            templates.jsonata(node.path("Output"), location + "/Output");
            templates.jsonata(node.path("Assign"), location + "/Assign");
        } else {
            templates.jsonPath(node.path("Assign"), location + "/Assign");
        }
        return new Recovery.Catcher(
                findings.texts(node, "ErrorEquals", location), findings.requiredText(node, "Next", location), node);
    }

    /// `States.ALL` stands alone in its entry, and in the last one.
    private void allAlone(List<List<String>> lists, String location) {
        for (int i = 0; i < lists.size(); i++) {
            var errors = lists.get(i);
            if (errors.contains("States.ALL") && (errors.size() > 1 || i < lists.size() - 1)) {
                findings.schema(
                        "States.ALL must appear alone and in the last element", location + "[" + i + "]/ErrorEquals");
            }
        }
    }
}
