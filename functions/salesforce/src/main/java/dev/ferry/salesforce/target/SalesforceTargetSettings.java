package dev.ferry.salesforce.target;

/// What Ferry needs to know to load an org, beside how to reach it.
///
/// @param batchMarker the value of the marker field in every record of the migration
/// @param bulkThreshold chunks of fewer rows go by sObject Collections, 200 rows a call; a job costs a batch
/// however few
/// @param queryPageRows rows per page when a bulk query is read
public record SalesforceTargetSettings(String batchMarker, int bulkThreshold, int queryPageRows) {
    /// The external id field on every object that can have one.
    public static final String KEY_FIELD = "ASAPP_Id__c";

    /// The field that marks the records of a migration.
    public static final String MARKER_FIELD = "Migration_Batch__c";

    public SalesforceTargetSettings {
        if (batchMarker.isBlank()) {
            throw new IllegalArgumentException("the batch marker is blank: it tells Ferry's records from others");
        }
    }

    /// The settings of a migration with Ferry's defaults.
    public static SalesforceTargetSettings of(String batchMarker) {
        return new SalesforceTargetSettings(batchMarker, 200, 50_000);
    }
}
