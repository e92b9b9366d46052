package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.util.List;

/// How and when the batch feeds appear in their bucket.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `batchBucket` [`asapp-prod-{company}-exports-us-east-1`] assumed after the documented import bucket
/// - `hourSemantics` [`DATA_HOUR`] what `hr` and `mi` of a partition mean, assumed: the documents are ambiguous
/// - `hourlyLagMinutes` [5] after the end of a data hour, from the documents' example
/// - `dailyFeeds` feeds that are published once a day, at `dailyRunAt`, documented; all others by the hour
/// - `lateSuccessMinutes` [0] from a partition's data to its `_SUCCESS`
/// - `lateSuccessRate` [1] share of partitions that are so late
/// - `schemaFile` [true] whether `export_docs.yaml` stands at the root, assumed
public record BatchRules(
        String batchBucket,
        HourSemantics hourSemantics,
        int hourlyLagMinutes,
        List<String> dailyFeeds,
        long lateSuccessMinutes,
        double lateSuccessRate,
        boolean schemaFile) {

    private static final List<String> DAILY = List.of(
            "agent_journey_rep_event_frequency",
            "customer_feedback",
            "customer_params",
            "intents",
            "issue_sentiment",
            "quick_reply_buttons",
            "rep_attributes",
            "rep_hierarchy",
            "reps");

    /// What the hour of a partition is.
    public enum HourSemantics {
        /// The hour of the data; the minute is 00 but for a repeated export.
        DATA_HOUR,
        /// The time of the export, under the date of the data.
        EXPORT_HOUR
    }

    public BatchRules {
        dailyFeeds = List.copyOf(dailyFeeds);
        Checks.between("hourlyLagMinutes", hourlyLagMinutes, 0, 59);
        Checks.atLeast("lateSuccessMinutes", lateSuccessMinutes, 0);
        Checks.rate("lateSuccessRate", lateSuccessRate);
    }

    /// The defaults.
    public static BatchRules assumed() {
        return new BatchRules("asapp-prod-{company}-exports-us-east-1", HourSemantics.DATA_HOUR, 5, DAILY, 0, 1, true);
    }
}
