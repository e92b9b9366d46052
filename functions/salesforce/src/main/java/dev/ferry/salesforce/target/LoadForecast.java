package dev.ferry.salesforce.target;

import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.PlannedLoad.Writes;
import dev.ferry.core.load.TargetForecast;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.rest.OrgLimits;
import dev.ferry.salesforce.client.rest.OrgLimits.Allowance;
import dev.ferry.salesforce.client.rest.Records;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a planned load asks of an org, against its allowances.
///
/// *Source*: Salesforce, Bulk API 2.0 limits: a batch is 10,000 rows; most records count as 2 KB of storage; the
/// allowances are of a rolling day.
record LoadForecast(SalesforceTargetSettings settings, OrgLimits limits) {
    private static final int ROWS_OF_A_BATCH = 10_000;
    private static final int RECORDS_OF_A_MEGABYTE = 512;
    private static final String DAY = "24 hours";

    // Made, filled, closed, two lists of results and their end, and some looks at it.
    private static final int CALLS_OF_A_JOB = 10;

    // A query job is made, looked at and read page by page.
    private static final int CALLS_OF_A_QUERY = 5;

    // Before and after a call of records, what stands there is looked up.
    private static final int CALLS_OF_A_COLLECTION = 2;

    TargetForecast of(PlannedLoad load) {
        long calls = 0;
        long batches = 0;
        long rows = 0;
        long stored = 0;
        long files = 0;
        for (Writes phase : load.phases()) {
            Share share = share(phase, load);
            calls += share.calls();
            batches += share.batches();
            rows += share.rows();
            if (phase.phase().object().value().equals(ObjectRules.FILE)) {
                files += phase.create();
            } else {
                stored += phase.create();
            }
        }
        return new TargetForecast(
                List.of(
                        need("API requests", calls, limits.dailyApiRequests(), DAY),
                        need("Bulk API batches", batches, limits.dailyBulkBatches(), DAY),
                        new Need("rows by Bulk API", rows, true, 0, 0, ""),
                        new Need("files", files, true, 0, 0, ""),
                        need(
                                "megabytes of data storage",
                                Math.ceilDiv(stored, RECORDS_OF_A_MEGABYTE),
                                limits.dataStorageMegabytes(),
                                "")),
                Duration.ZERO,
                "");
    }

    private static Need need(String what, long amount, Optional<Allowance> allowance, String period) {
        return new Need(
                what,
                amount,
                false,
                allowance.map(Allowance::max).orElse(0L),
                allowance.map(Allowance::remaining).orElse(0L),
                period);
    }

    private record Share(long calls, long batches, long rows) {}

    private Share share(Writes phase, PlannedLoad load) {
        long records = phase.sent();
        ObjectName object = phase.phase().object();
        if (records == 0 && phase.readBack() == 0) {
            return new Share(0, 0, 0);
        }
        if (object.value().equals(ObjectRules.FILE)) {
            return new Share(records + collections(phase.readBack()), 0, 0);
        }
        long perBucket = Math.ceilDiv(records, (long) load.loadBuckets());
        long largest = Math.min(perBucket, load.limits().maxRows());
        if (!ObjectRules.goesByBulk(object) || largest < settings.bulkThreshold()) {
            long readBack = ObjectRules.goesByBulk(object) ? CALLS_OF_A_QUERY : collections(phase.readBack());
            return new Share(collections(records) * CALLS_OF_A_COLLECTION + readBack, 0, 0);
        }
        long jobs = Math.ceilDiv(perBucket, largest) * load.loadBuckets();
        long pages = Math.ceilDiv(phase.readBack(), (long) settings.queryPageRows());
        return new Share(
                jobs * CALLS_OF_A_JOB + CALLS_OF_A_QUERY + pages,
                jobs * Math.ceilDiv(largest, (long) ROWS_OF_A_BATCH),
                records);
    }

    private static long collections(long records) {
        return Math.ceilDiv(records, (long) Records.MAX_RECORDS);
    }
}
