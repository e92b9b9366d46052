package dev.ferry.handlers.metrics;

/// Every metric that Ferry emits. The dashboards are held against this list.
public enum FerryMetric {
    /// Units of work that ended: files, buckets, chunks.
    UNITS_DONE("UnitsDone", Unit.COUNT, Reading.SUM),
    RECORDS_DONE("RecordsDone", Unit.COUNT, Reading.SUM),
    RECORDS_FAILED("RecordsFailed", Unit.COUNT, Reading.SUM),
    /// Records that the phase has to get done, counted as they are found.
    RECORDS_TOTAL("RecordsTotal", Unit.COUNT, Reading.SUM),
    /// Records that are kept back with a reason.
    RECORDS_QUARANTINED("RecordsQuarantined", Unit.COUNT, Reading.MAXIMUM),
    /// Read from the source.
    BYTES_READ("BytesRead", Unit.BYTES, Reading.SUM),
    /// 1 when the books of a phase balance, 0 when they do not.
    BOOKS_BALANCED("BooksBalanced", Unit.COUNT, Reading.MINIMUM),
    /// Invocations that failed; with the dimension `Code` instead of `Phase`.
    FAILURES("Failures", Unit.COUNT, Reading.SUM),
    /// 1 when a gate opens for a person.
    GATE_OPENED("GateOpened", Unit.COUNT, Reading.SUM),
    /// 1 when somebody's answer is taken at a gate.
    GATE_ANSWERED("GateAnswered", Unit.COUNT, Reading.SUM),

    /// Memory times time, an estimate of what Lambda bills.
    GB_SECONDS("GbSeconds", Unit.NONE, Reading.SUM),
    REQUESTS("Requests", Unit.COUNT, Reading.SUM),
    /// Task states that called a function. What lies between them is in the metrics of Step Functions.
    STATE_TRANSITIONS("StateTransitions", Unit.COUNT, Reading.SUM),
    WRITE_UNITS("WriteUnits", Unit.COUNT, Reading.SUM),
    READ_UNITS("ReadUnits", Unit.COUNT, Reading.SUM),
    OBJECT_WRITES("ObjectWrites", Unit.COUNT, Reading.SUM),
    OBJECT_READS("ObjectReads", Unit.COUNT, Reading.SUM),
    QUEUE_REQUESTS("QueueRequests", Unit.COUNT, Reading.SUM),
    /// What the units above cost at list prices. *Units*: US dollars
    ESTIMATED_USD("EstimatedUsd", Unit.NONE, Reading.SUM),

    /// Invocations that spent most of their time computing.
    BOUND_BY_PROCESSOR("BoundByProcessor", Unit.COUNT, Reading.SUM),
    /// Invocations that spent most of their time waiting for DynamoDB, S3 or another service of AWS.
    BOUND_BY_STORE("BoundByStore", Unit.COUNT, Reading.SUM),
    /// Invocations that spent most of their time waiting for the source, the target or a turn of their budget.
    BOUND_BY_PROVIDER("BoundByProvider", Unit.COUNT, Reading.SUM),

    /// Requests of the provider's day that were sent.
    REQUESTS_USED("RequestsUsed", Unit.COUNT, Reading.MAXIMUM),
    REQUESTS_RESERVED("RequestsReserved", Unit.COUNT, Reading.MAXIMUM),
    REQUESTS_LEFT("RequestsLeft", Unit.COUNT, Reading.MINIMUM),
    /// Requests that the reporting work still has to send.
    REQUESTS_TO_COME("RequestsToCome", Unit.COUNT, Reading.MAXIMUM),
    /// Until that work is done, if it has the budget for itself.
    FORECAST_SECONDS("ForecastSeconds", Unit.SECONDS, Reading.MAXIMUM),
    /// 1 while the provider refuses the key.
    BREAKER_OPEN("BreakerOpen", Unit.COUNT, Reading.MAXIMUM),

    /// Requests of the target's window or day that anybody has used.
    TARGET_REQUESTS_USED("TargetRequestsUsed", Unit.COUNT, Reading.MAXIMUM),
    TARGET_REQUESTS_ALLOWED("TargetRequestsAllowed", Unit.COUNT, Reading.MAXIMUM);

    /// The namespace of all of them.
    public static final String NAMESPACE = "Ferry";

    private final String key;
    private final Unit unit;
    private final Reading reading;

    FerryMetric(String key, Unit unit, Reading reading) {
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

    /// CloudWatch's name of the unit.
    String unit() {
        return unit.name;
    }

    private enum Unit {
        COUNT("Count"),
        BYTES("Bytes"),
        SECONDS("Seconds"),
        NONE("None");

        private final String name;

        Unit(String name) {
            this.name = name;
        }
    }
}
