package dev.ferry.local.sample;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/// The catalogues of the invented tenant: agents with attributes and a manager, queues, intents.
final class SampleCatalogues {
    private static final List<String> NAMES =
            List.of("Abel, Ruth", "Costa, Leo", "Dahl, Signe", "Evers, Tom", "Fuchs, Lena", "Gray, Sam");

    private SampleCatalogues() {}

    static void write(SamplePartitions export, Random random, Instant day) {
        agents(export, random, day);
        export.add(
                "dim_queues",
                day,
                row(random)
                        .id("queue_key", 3011)
                        .id("queue_id", 301)
                        .text("queue_name", "garden-general")
                        .line());
        intent(export, random, day, "ORDER_STATUS", "Order status");
        intent(export, random, day, "RETURNS", "Returns");
    }

    private static void agents(SamplePartitions export, Random random, Instant day) {
        for (int i = 0; i < NAMES.size(); i++) {
            long rep = 7001L + i;
            export.add(
                    "reps",
                    day,
                    row(random)
                            .text("rep_id", Long.toString(rep))
                            .text("crm_rep_id", "agent." + rep)
                            .text("name", NAMES.get(i))
                            .id("max_slot", 4)
                            .time("created_ts", day)
                            .time("disabled_time", i == 5 ? day : null)
                            .line());
            export.add(
                    "rep_attributes",
                    day,
                    row(random)
                            .id("rep_attribute_id", 100L + i)
                            .text("rep_id", Long.toString(rep))
                            .text("external_rep_id", "X" + rep)
                            .text("attribute_name", "role")
                            .text("attribute_value", i == 0 ? "lead" : "representative")
                            .time("created_ts", day)
                            .line());
            if (i > 0) {
                export.add(
                        "rep_hierarchy",
                        day,
                        row(random)
                                .id("subordinate_rep_id", rep)
                                .id("superior_rep_id", 7001)
                                .text("reporting_relationship", "superior")
                                .line());
            }
        }
    }

    private static void intent(SamplePartitions export, Random random, Instant day, String code, String name) {
        export.add(
                "intents",
                day,
                row(random)
                        .text("code", code)
                        .text("name", name)
                        .text("intent_type", "LEAF")
                        .line());
    }

    private static SampleRow row(Random random) {
        return new SampleRow(random).text("company_name", SampleExport.COMPANY);
    }
}
