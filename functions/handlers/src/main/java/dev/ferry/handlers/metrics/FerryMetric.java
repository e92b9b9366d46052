package dev.ferry.handlers.metrics;

import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/// Every metric that Ferry emits. The dashboards are held against this list.
public enum FerryMetric {
    /// Units of work that ended: files, buckets, chunks.
    UNITS_DONE("UnitsDone", MetricUnit.COUNT, Reading.SUM),
    RECORDS_DONE("RecordsDone", MetricUnit.COUNT, Reading.SUM),
    RECORDS_FAILED("RecordsFailed", MetricUnit.COUNT, Reading.SUM),
    /// Records that the phase has to get done, counted as they are found.
    RECORDS_TOTAL("RecordsTotal", MetricUnit.COUNT, Reading.SUM),
    /// Records that are kept back with a reason.
    RECORDS_QUARANTINED("RecordsQuarantined", MetricUnit.COUNT, Reading.MAXIMUM),
    /// Read from the source.
    BYTES_READ("BytesRead", MetricUnit.BYTES, Reading.SUM),
    /// 1 when the books of a phase balance, 0 when they do not.
    BOOKS_BALANCED("BooksBalanced", MetricUnit.COUNT, Reading.MINIMUM),
    /// Invocations that failed; with the dimension `Code` instead of `Phase`.
    FAILURES("Failures", MetricUnit.COUNT, Reading.SUM),
    /// 1 when a gate opens for a person.
    GATE_OPENED("GateOpened", MetricUnit.COUNT, Reading.SUM),
    /// 1 when somebody's answer is taken at a gate.
    GATE_ANSWERED("GateAnswered", MetricUnit.COUNT, Reading.SUM),

    /// Memory times time, an estimate of what Lambda bills.
    GB_SECONDS("GbSeconds", MetricUnit.NONE, Reading.SUM),
    REQUESTS("Requests", MetricUnit.COUNT, Reading.SUM),
    /// Task states that called a function. What lies between them is in the metrics of Step Functions.
    STATE_TRANSITIONS("StateTransitions", MetricUnit.COUNT, Reading.SUM),
    WRITE_UNITS("WriteUnits", MetricUnit.COUNT, Reading.SUM),
    READ_UNITS("ReadUnits", MetricUnit.COUNT, Reading.SUM),
    OBJECT_WRITES("ObjectWrites", MetricUnit.COUNT, Reading.SUM),
    OBJECT_READS("ObjectReads", MetricUnit.COUNT, Reading.SUM),
    QUEUE_REQUESTS("QueueRequests", MetricUnit.COUNT, Reading.SUM),
    /// What the units above cost at list prices. *Units*: US dollars
    ESTIMATED_USD("EstimatedUsd", MetricUnit.NONE, Reading.SUM),

    /// Invocations that spent most of their time computing.
    BOUND_BY_PROCESSOR("BoundByProcessor", MetricUnit.COUNT, Reading.SUM),
    /// Invocations that spent most of their time waiting for DynamoDB, S3 or another service of AWS.
    BOUND_BY_STORE("BoundByStore", MetricUnit.COUNT, Reading.SUM),
    /// Invocations that spent most of their time waiting for the source, the target or a turn of their budget.
    BOUND_BY_PROVIDER("BoundByProvider", MetricUnit.COUNT, Reading.SUM),

    /// Requests of the provider's day that were sent.
    REQUESTS_USED("RequestsUsed", MetricUnit.COUNT, Reading.MAXIMUM),
    REQUESTS_RESERVED("RequestsReserved", MetricUnit.COUNT, Reading.MAXIMUM),
    REQUESTS_LEFT("RequestsLeft", MetricUnit.COUNT, Reading.MINIMUM),
    /// Requests that the reporting work still has to send.
    REQUESTS_TO_COME("RequestsToCome", MetricUnit.COUNT, Reading.MAXIMUM),
    /// Until that work is done, if it has the budget for itself.
    FORECAST_SECONDS("ForecastSeconds", MetricUnit.SECONDS, Reading.MAXIMUM),
    /// 1 while the provider refuses the key.
    BREAKER_OPEN("BreakerOpen", MetricUnit.COUNT, Reading.MAXIMUM),

    /// Requests of the target's window or day that anybody has used.
    TARGET_REQUESTS_USED("TargetRequestsUsed", MetricUnit.COUNT, Reading.MAXIMUM),
    TARGET_REQUESTS_ALLOWED("TargetRequestsAllowed", MetricUnit.COUNT, Reading.MAXIMUM);

    /// The namespace of all of them.
    public static final String NAMESPACE = "Ferry";

    private final String key;
    private final MetricUnit unit;
    private final Reading reading;

    FerryMetric(String key, MetricUnit unit, Reading reading) {
        this.key = key;
        this.unit = unit;
        this.reading = reading;
    }

    /// How the values of a period are put together: increments are summed, levels are not.
    public enum Reading {
        SUM("Sum"),
        MAXIMUM("Maximum"),
        MINIMUM("Minimum");

        private final String statistic;

        Reading(String statistic) {
            this.statistic = statistic;
        }

        /// CloudWatch's name of the statistic.
        public String statistic() {
            return statistic;
        }
    }

    /// The metric's name in the namespace [#NAMESPACE].
    public String key() {
        return key;
    }

    /// How to read it.
    public Reading reading() {
        return reading;
    }

    MetricUnit unit() {
        return unit;
    }
}
