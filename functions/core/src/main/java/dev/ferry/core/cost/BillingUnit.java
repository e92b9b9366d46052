package dev.ferry.core.cost;

/// A unit that AWS bills and that a run uses enough of to matter.
public enum BillingUnit {
    /// Memory of functions times the time they ran.
    GB_SECONDS("Lambda, GB-seconds"),
    /// Invocations of functions.
    REQUESTS("Lambda, requests"),
    /// Steps of Standard workflows, retries included.
    STATE_TRANSITIONS("Step Functions, state transitions"),
    /// One item of up to 1 KB written.
    WRITE_UNITS("DynamoDB, write request units"),
    /// 4 KB read strongly consistent.
    READ_UNITS("DynamoDB, read request units"),
    /// Puts, parts of uploads and listings.
    OBJECT_WRITES("S3, PUT and LIST requests"),
    /// Gets and looks.
    OBJECT_READS("S3, GET and HEAD requests"),
    /// Sends, receives and deletes of up to 64 KB.
    QUEUE_REQUESTS("SQS, requests"),
    /// Fragments and identities, until they expire.
    TABLE_GB_MONTHS("DynamoDB, GB-months"),
    /// Work files and canonical records, until they expire.
    OBJECT_GB_MONTHS("S3, GB-months"),
    /// Lines of functions and state machines.
    LOGGED_GB("CloudWatch Logs, GB"),
    /// Metrics with their own dimensions, each for a month.
    METRICS("CloudWatch, custom metrics"),
    /// Keys of KMS, each for a month.
    KEYS("KMS, keys");

    private final String title;

    BillingUnit(String title) {
        this.title = title;
    }

    /// Service and unit, for people.
    public String title() {
        return title;
    }
}
