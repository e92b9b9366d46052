package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.schema.DeleteRule;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.RecordType;
import dev.ferry.local.salesforce.schema.RecordTypeDefinition;
import dev.ferry.local.salesforce.schema.SObjectType;

/// Describe answers. Fields that the loading user cannot see are left out.
final class DescribeWriter {
    private final OrgSchema schema;
    private final FieldDescribe fields;

    DescribeWriter(Org org) {
        this.schema = org.schema();
        this.fields = new FieldDescribe(org.state());
    }

    ObjectNode summary(SObjectType type, Call call) {
        boolean writable = !type.definition().internal() && !type.name().equals("ContentDocument");
        ObjectNode json = Json.object()
                .put("activateable", false)
                .put("createable", writable)
                .put("custom", type.custom())
                .put("customSetting", false)
                .put("deepCloneable", false)
                .put("deletable", writable && !type.definition().undeletable())
                .put("deprecatedAndHidden", false)
                .put("feedEnabled", false)
                .put("hasSubtypes", false)
                .put("isInterface", false)
                .put("isSubtype", false)
                .put("keyPrefix", type.keyPrefix())
                .put("label", type.definition().label())
                .put("labelPlural", type.definition().labelPlural())
                .put("layoutable", true)
                .put("mergeable", false)
                .put("mruEnabled", true)
                .put("name", type.name())
                .put("queryable", true)
                .put("replicateable", true)
                .put("retrieveable", true)
                .put("searchable", true)
                .put("triggerable", writable)
                .put("undeletable", writable)
                .put("updateable", writable);
        String self = call.link("/sobjects/" + type.name());
        json.putObject("urls")
                .put("sobject", self)
                .put("describe", self + "/describe")
                .put("rowTemplate", self + "/{ID}");
        return json;
    }

    ObjectNode whole(SObjectType type, Call call) {
        ObjectNode json = summary(type, call);
        json.set("childRelationships", childRelationships(type));
        ArrayNode list = json.putArray("fields");
        type.fields().stream().filter(type::isVisible).forEach(field -> list.add(fields.describe(type, field)));
        json.set("recordTypeInfos", recordTypeInfos(type));
        json.putArray("supportedScopes").addObject().put("label", "All").put("name", "everything");
        json.putArray("actionOverrides");
        json.putArray("namedLayoutInfos");
        return json;
    }

    private ArrayNode childRelationships(SObjectType type) {
        ArrayNode list = Json.array();
        for (SObjectType child : schema.types()) {
            for (Field field : child.fields()) {
                if (field.type() == FieldType.REFERENCE && field.referenceTo().contains(type.name())) {
                    list.addObject()
                            .put("cascadeDelete", field.definition().onDelete() == DeleteRule.CASCADE)
                            .put("childSObject", child.name())
                            .put("deprecatedAndHidden", false)
                            .put("field", field.name())
                            .put("relationshipName", field.definition().childRelationshipName())
                            .put("restrictedDelete", field.definition().onDelete() == DeleteRule.RESTRICT);
                }
            }
        }
        return list;
    }

    private static ArrayNode recordTypeInfos(SObjectType type) {
        ArrayNode list = Json.array();
        boolean masterIsDefault =
                type.recordTypes().stream().noneMatch(t -> t.definition().isDefault());
        for (RecordType recordType : type.recordTypes()) {
            RecordTypeDefinition definition = recordType.definition();
            list.addObject()
                    .put("active", !definition.inactive())
                    .put("available", !definition.unavailable() && !definition.inactive())
                    .put("defaultRecordTypeMapping", definition.isDefault())
                    .put("developerName", definition.developerName())
                    .put("master", false)
                    .put("name", definition.name())
                    .put("recordTypeId", recordType.id());
        }
        list.addObject()
                .put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", masterIsDefault)
                .put("developerName", "Master")
                .put("master", true)
                .put("name", "Master")
                .put("recordTypeId", RecordType.MASTER_ID);
        return list;
    }
}
