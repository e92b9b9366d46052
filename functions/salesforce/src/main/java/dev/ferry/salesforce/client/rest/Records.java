package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.SalesforceId;
import java.util.List;

/// Writing records by REST, up to 200 in one call; each call counts as one API request.
///
/// Results stand in the order of the records. With `allOrNone`, one refused record undoes the others, which
/// then carry `ALL_OR_NONE_OPERATION_ROLLED_BACK`. All methods block; all but [#delete] are sent once,
/// because a repeated write would lose the difference between created and changed: where
/// [dev.ferry.salesforce.client.SalesforceException#outcomeUnknown()] is true, look before sending again.
public interface Records {
    /// The most records of one call.
    int MAX_RECORDS = 200;

    /// Creates records. Records of one object should stand together: Salesforce takes at most ten changes of
    /// object.
    List<SaveResult> create(List<SObjectRecord> records, boolean allOrNone);

    /// Changes records; each has its `Id` among its fields.
    List<SaveResult> update(List<SObjectRecord> records, boolean allOrNone);

    /// Creates or changes records of one object by an external id, which each has among its fields.
    List<SaveResult> upsert(String externalIdField, List<SObjectRecord> records, boolean allOrNone);

    /// Moves records to the recycle bin. Repeated when Salesforce does not answer; a record that the first
    /// attempt removed is then refused with `ENTITY_IS_DELETED`.
    List<SaveResult> delete(List<SalesforceId> ids, boolean allOrNone);

    /// Creates one record, for example a ContentNote.
    SaveResult createOne(SObjectRecord record);

    /// Creates or changes one record by its key. The key is not among the fields.
    SaveResult upsertOne(ExternalKey key, SObjectRecord record);
}
