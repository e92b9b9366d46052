package dev.ferry.local.salesforce.org;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fault knobs, all off at first. Chance is drawn from the simulator's seed, so a run can be repeated.
///
/// *Shape*: the JSON of `/sim/v1/faults`, one property per component:
///
/// - `tokenTtlSeconds` idle life of a token; `revokeTokenAt` the n-th API request after which all tokens are
/// dead (0 never)
/// - `http503Rate`, `http500AfterCommitRate` (0..1) of requests; the second commits and then loses the answer
/// - `dropConnectionOnPut` the next n uploads break off half-way; `htmlErrorPage` makes 503 a gateway page
/// - `lockProbability` (0..1) that a row fails whose parent another running job also writes to
/// - `batchTimeoutEvery` every n-th internal batch times out and is retried; `jobFailAfterRows` a job fails after n
/// rows
/// - `dailyApiMax`, `dailyBatchMax`, `concurrentLongMax`, `storageMB`, `fileStorageMB` the org's allowances
/// - `msPerRow` processing time per object (`*` for all others); `slowPollStates` polls for which a state is
///   held back
/// - `flowFailureRule`, `validationRule` an object and a condition, such as `Case: Status = 'Closed' AND
///   Origin = null`
/// - `duplicateRule` `off`, `alert` or `block` for Contacts of one e-mail; `assignmentRuleActive` reassigns
///   new Cases
/// - `openJobTtlHours`, `resultTtlDays` life of jobs; `resultCase` spelling of result resources that is understood
///   (`any`, `lower`, `camel`); `virtualClock` an ISO-8601 duration by which the org's clock is ahead, such as
///   `P400D`
public record Faults(
        long tokenTtlSeconds,
        long revokeTokenAt,
        double http503Rate,
        double http500AfterCommitRate,
        int dropConnectionOnPut,
        boolean htmlErrorPage,
        double lockProbability,
        int batchTimeoutEvery,
        long jobFailAfterRows,
        long dailyApiMax,
        long dailyBatchMax,
        int concurrentLongMax,
        long storageMB,
        long fileStorageMB,
        Map<String, Double> msPerRow,
        int slowPollStates,
        @Nullable String flowFailureRule,
        @Nullable String validationRule,
        String duplicateRule,
        boolean assignmentRuleActive,
        int openJobTtlHours,
        int resultTtlDays,
        String resultCase,
        String virtualClock) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public Faults {
        msPerRow = Map.copyOf(msPerRow);
    }

    /// No faults, and the allowances of a large org.
    public static Faults none() {
        return new Faults(
                7_200, 0, 0, 0, 0, false, 0, 0, 0, 1_000_000, 15_000, 25, 10_240, 10_240, Map.of(), 0, null, null,
                "off", false, 24, 7, "any", "PT0S");
    }

    /// These faults with some of them changed. *Errors*: `IllegalArgumentException` for an unknown name or a wrong
    /// type.
    public Faults with(JsonNode changes) {
        ObjectNode tree = MAPPER.valueToTree(this);
        changes.properties().forEach(change -> {
            if (!tree.has(change.getKey())) {
                throw new IllegalArgumentException("There is no fault named " + change.getKey());
            }
            tree.set(change.getKey(), change.getValue());
        });
        try {
            return MAPPER.treeToValue(tree, Faults.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A fault has a value of the wrong type", e);
        }
    }

    /// These faults with some of them changed, by name.
    public Faults with(Map<String, ?> changes) {
        JsonNode tree = MAPPER.valueToTree(changes);
        return with(tree);
    }

    /// The JSON of all knobs.
    public JsonNode json() {
        return MAPPER.valueToTree(this);
    }

    /// The processing time of one row. *Units*: milliseconds.
    public double millisPerRow(String object) {
        return msPerRow.getOrDefault(object, msPerRow.getOrDefault("*", 0.0));
    }
}
