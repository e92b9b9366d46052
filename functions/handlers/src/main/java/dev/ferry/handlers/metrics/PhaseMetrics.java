package dev.ferry.handlers.metrics;

import dev.ferry.core.cost.PriceTable;
import dev.ferry.core.load.Allowance;
import dev.ferry.handlers.billing.Meter.Used;
import dev.ferry.handlers.metrics.InvocationUse.Bound;
import java.util.Locale;

/// How far a phase is and what it uses, as embedded metric lines with the dimensions `Migration` and `Phase`.
///
/// *Threading*: safe for concurrent use; every call writes a line of its own.
public final class PhaseMetrics {
    private static final PriceTable PRICES = PriceTable.standard();

    private PhaseMetrics() {}

    /// Reports the work of one invocation.
    public static void emit(String migrationId, String phase, UnitReport work) {
        MetricLine line = MetricLine.of(migrationId, phase)
                .with(FerryMetric.UNITS_DONE, work.units())
                .with(FerryMetric.RECORDS_DONE, work.recordsDone())
                .with(FerryMetric.RECORDS_FAILED, work.recordsFailed())
                .with(FerryMetric.BYTES_READ, work.bytesRead());
        if (work.recordsTotal() > 0) {
            line.with(FerryMetric.RECORDS_TOTAL, work.recordsTotal());
        }
        line.emit();
    }

    /// Reports how the target's limit stands.
    public static void emitAllowance(String migrationId, String phase, Allowance allowance) {
        MetricLine.of(migrationId, phase)
                .with(FerryMetric.TARGET_REQUESTS_USED, allowance.used())
                .with(FerryMetric.TARGET_REQUESTS_ALLOWED, allowance.allowed())
                .emit();
    }

    /// Reports how the books of a phase stand.
    public static void emitBooks(String migrationId, String phase, boolean balanced, long quarantined) {
        MetricLine.of(migrationId, phase)
                .with(FerryMetric.BOOKS_BALANCED, balanced ? 1 : 0)
                .with(FerryMetric.RECORDS_QUARANTINED, quarantined)
                .emit();
    }

    /// Reports that a gate waits for a person.
    public static void emitGateOpened(String migrationId, String gate) {
        MetricLine.of(migrationId, gate).with(FerryMetric.GATE_OPENED, 1).emit();
    }

    /// Reports that a person has answered.
    public static void emitGateAnswered(String migrationId, String gate) {
        MetricLine.of(migrationId, gate).with(FerryMetric.GATE_ANSWERED, 1).emit();
    }

    /// Reports that an invocation failed.
    ///
    /// @param code the error code, of which there are few
    public static void emitFailure(String migrationId, String code) {
        MetricLine.ofCode(migrationId, code).with(FerryMetric.FAILURES, 1).emit();
    }

    /// Reports what one invocation used and cost. The line says `currentBottleneck` for a search of the logs.
    public static void emitUse(String migrationId, String phase, InvocationUse use) {
        MetricLine.of(migrationId, phase)
                .with(FerryMetric.GB_SECONDS, use.gbSeconds())
                .with(FerryMetric.REQUESTS, 1)
                .with(FerryMetric.STATE_TRANSITIONS, 1)
                .with(FerryMetric.WRITE_UNITS, use.meter().of(Used.WRITE_UNITS))
                .with(FerryMetric.READ_UNITS, use.meter().of(Used.READ_UNITS))
                .with(FerryMetric.OBJECT_WRITES, use.meter().of(Used.OBJECT_WRITES))
                .with(FerryMetric.OBJECT_READS, use.meter().of(Used.OBJECT_READS))
                .with(FerryMetric.QUEUE_REQUESTS, use.meter().of(Used.QUEUE_REQUESTS))
                .with(FerryMetric.ESTIMATED_USD, PRICES.of(use.units()))
                .with(metric(use.bound()), 1)
                .saying("currentBottleneck", use.bound().name().toLowerCase(Locale.ROOT))
                .emit();
    }

    private static FerryMetric metric(Bound bound) {
        return switch (bound) {
            case PROCESSOR -> FerryMetric.BOUND_BY_PROCESSOR;
            case STORE -> FerryMetric.BOUND_BY_STORE;
            case PROVIDER -> FerryMetric.BOUND_BY_PROVIDER;
        };
    }
}
