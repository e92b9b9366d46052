package dev.ferry.local.salesforce.org;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The rules of the data model, each a switch, and the answers that only a sandbox can settle, each a choice.
///
/// *Shape*: booleans switch a rule on; see each component's name. `auditFieldsOnUpsert` is canary 2 of the
/// reference, `closedDate` canary 3, `automaticTask` canary 4, `bulkContentDocumentLink` canary 6,
/// `deletableSentEmail` canary 9, `taskKeepsLastModified` canary 18. *Source*: `reference/salesforce.md`,
/// sections 13 and 14.
public record OrgRules(
        boolean requiredFields,
        boolean fieldLengths,
        boolean restrictedPicklists,
        boolean recordTypePicklists,
        boolean uniqueFields,
        boolean fieldLevelSecurity,
        boolean auditFields,
        boolean auditFieldsOnUpsert,
        ClosedDate closedDate,
        boolean taskCompletedDateTime,
        boolean taskKeepsLastModified,
        boolean emailMessageImmutable,
        AutomaticTask automaticTask,
        boolean archiveTasks,
        boolean ownersChecked,
        boolean parentTypesChecked,
        boolean cascadeDeletes,
        boolean storageAccounting,
        boolean lastModifiedBump,
        boolean shuffledResults,
        boolean bulkContentDocumentLink,
        boolean deletableSentEmail,
        boolean contentLinkFilterRequired) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /// Whether `Case.ClosedDate` can be set.
    public enum ClosedDate {
        /// The platform sets it to the moment of the write.
        READONLY,
        /// It can be set on insert by whoever may set audit fields.
        AUDIT
    }

    /// Whether the platform makes a Task for an EmailMessage that names none.
    public enum AutomaticTask {
        NEVER,
        /// As with Enhanced Email on: for outbound Case mails without `ActivityId`.
        WHEN_ENHANCED_EMAIL
    }

    /// Every rule on, every open question answered as the reference assumes until a sandbox has proved otherwise.
    public static OrgRules strict() {
        return new OrgRules(
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                false,
                ClosedDate.READONLY,
                true,
                false,
                true,
                AutomaticTask.NEVER,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                false,
                true,
                true);
    }

    /// These rules with some components replaced, by name.
    public OrgRules with(Map<String, ?> changes) {
        ObjectNode tree = MAPPER.valueToTree(this);
        ObjectNode changed = MAPPER.valueToTree(changes);
        changed.fieldNames().forEachRemaining(name -> {
            if (!tree.has(name)) {
                throw new IllegalArgumentException("There is no data model rule named " + name);
            }
        });
        tree.setAll(changed);
        return MAPPER.convertValue(tree, OrgRules.class);
    }
}
