package dev.ferry.local.salesforce.org;

/// The loading user's permissions. `bypassAutomation` is the custom permission that flows and validation rules
/// spare.
public record Permissions(
        boolean createAuditFields,
        boolean updateWithInactiveOwner,
        boolean bulkApiHardDelete,
        boolean modifyAllData,
        boolean queryAllFiles,
        boolean updateEmailMessages,
        boolean bypassAutomation) {

    /// A loading user set up as a migration wants it; hard delete stays off.
    public static Permissions migration() {
        return new Permissions(true, true, false, true, true, true, true);
    }

    /// A user with API access and nothing else.
    public static Permissions plain() {
        return new Permissions(false, false, false, false, false, false, false);
    }

    /// These permissions with hard delete given or taken.
    public Permissions withBulkApiHardDelete(boolean given) {
        return new Permissions(
                createAuditFields,
                updateWithInactiveOwner,
                given,
                modifyAllData,
                queryAllFiles,
                updateEmailMessages,
                bypassAutomation);
    }

    /// These permissions with audit fields given or taken.
    public Permissions withCreateAuditFields(boolean given) {
        return new Permissions(
                given,
                updateWithInactiveOwner,
                bulkApiHardDelete,
                modifyAllData,
                queryAllFiles,
                updateEmailMessages,
                bypassAutomation);
    }

    /// These permissions with inactive owners allowed or not.
    public Permissions withUpdateWithInactiveOwner(boolean given) {
        return new Permissions(
                createAuditFields,
                given,
                bulkApiHardDelete,
                modifyAllData,
                queryAllFiles,
                updateEmailMessages,
                bypassAutomation);
    }
}
