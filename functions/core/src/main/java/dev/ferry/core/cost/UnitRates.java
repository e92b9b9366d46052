package dev.ferry.core.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/// How much of each unit one step uses, in proportion to what it has to move.
record UnitRates(Map<BillingUnit, Rate> rates) {
    /// Fragments, identities and the ledger of one conversation. *Units*: bytes
    static final double TABLE_BYTES_PER_CONVERSATION = 17_000;

    /// Canonical records, staged records and work files of one conversation. *Units*: bytes
    static final double OBJECT_BYTES_PER_CONVERSATION = 55_000;

    /// About 380 metrics in the hours of one day; CloudWatch bills by the hour. *Units*: metrics for a month
    static final double METRICS_OF_A_DAY = 13;

    // Batches of 8 files; a child of a map is its start and its task.
    static final UnitRates EXTRACT = new UnitRates(Map.of(
            BillingUnit.GB_SECONDS, Rate.perRow(0.005),
            BillingUnit.REQUESTS, Rate.perFile(0.125),
            BillingUnit.STATE_TRANSITIONS, Rate.perFile(0.25),
            BillingUnit.WRITE_UNITS, Rate.perRow(0.6),
            BillingUnit.READ_UNITS, Rate.perFile(1),
            BillingUnit.OBJECT_WRITES, Rate.perFile(0.3),
            BillingUnit.OBJECT_READS, Rate.perFile(3.5)));

    // Buckets of some thousand conversations, four to a batch.
    static final UnitRates ASSEMBLE = new UnitRates(Map.of(
            BillingUnit.GB_SECONDS, Rate.perConversation(0.05),
            BillingUnit.REQUESTS, Rate.perConversation(0.001),
            BillingUnit.STATE_TRANSITIONS, Rate.perConversation(0.002),
            BillingUnit.WRITE_UNITS, Rate.perConversation(4.7),
            BillingUnit.READ_UNITS, Rate.perConversation(5.9),
            BillingUnit.OBJECT_WRITES, Rate.perConversation(0.02),
            BillingUnit.OBJECT_READS, Rate.perConversation(0.02)));

    // Chunks of 10,000 records: sent, looked at five times with a wait and a choice each, settled, read back.
    static final UnitRates LOAD = new UnitRates(Map.of(
            BillingUnit.GB_SECONDS, Rate.perRecord(0.01),
            BillingUnit.REQUESTS, Rate.perRecord(0.001),
            BillingUnit.STATE_TRANSITIONS, Rate.perRecord(0.002),
            BillingUnit.WRITE_UNITS, Rate.perRecord(1.01),
            BillingUnit.READ_UNITS, Rate.perRecord(1.8),
            BillingUnit.OBJECT_WRITES, Rate.perRecord(0.001),
            BillingUnit.OBJECT_READS, Rate.perRecord(0.001)));

    // One message on the queue for some hundred requests; a lease of 30 requests is one write.
    static final UnitRates SOURCE = new UnitRates(Map.of(
            BillingUnit.GB_SECONDS, Rate.perRequest(0.02),
            BillingUnit.REQUESTS, Rate.perRequest(0.005),
            BillingUnit.STATE_TRANSITIONS, Rate.perRequest(0.01),
            BillingUnit.WRITE_UNITS, Rate.perRequest(1.1),
            BillingUnit.QUEUE_REQUESTS, Rate.perRequest(0.02)));

    UnitRates {
        rates = Map.copyOf(rates);
    }

    /// An amount for each thing of one kind.
    record Rate(double amount, ToLongFunction<RunVolume> things) {
        static Rate perConversation(double amount) {
            return new Rate(amount, RunVolume::conversations);
        }

        static Rate perRow(double amount) {
            return new Rate(amount, RunVolume::rows);
        }

        static Rate perFile(double amount) {
            return new Rate(amount, RunVolume::files);
        }

        static Rate perRecord(double amount) {
            return new Rate(amount, RunVolume::records);
        }

        static Rate perRequest(double amount) {
            return new Rate(amount, RunVolume::requests);
        }

        double of(RunVolume volume) {
            return amount * things.applyAsLong(volume);
        }
    }

    UsedUnits of(RunVolume volume) {
        Map<BillingUnit, Double> amounts = new EnumMap<>(BillingUnit.class);
        rates.forEach((unit, rate) -> amounts.put(unit, rate.of(volume)));
        return new UsedUnits(amounts);
    }
}
