package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.org.OrgRules;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldDefinition;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.PicklistValue;
import dev.ferry.local.salesforce.schema.SObjectType;

/// The description of one field, with all keys that the API has. Keys of features that the simulator lacks hold the
/// value that an ordinary field has.
final class FieldDescribe {
    private final OrgState org;

    FieldDescribe(OrgState org) {
        this.org = org;
    }

    ObjectNode describe(SObjectType type, Field field) {
        ObjectNode json = Json.object();
        constants(json);
        access(json, type, field);
        shape(json, type, field);
        references(json, field);
        picklist(json, field);
        return json;
    }

    private static void constants(ObjectNode json) {
        for (String name : new String[] {
            "aiPredictionField", "calculated", "dependentPicklist", "deprecatedAndHidden", "displayLocationInDecimal",
            "encrypted", "formulaTreatNullNumberAsZero", "highScaleNumber", "queryByDistance", "searchPrefilterable",
            "writeRequiresMasterRead"
        }) {
            json.put(name, false);
        }
        for (String name : new String[] {
            "calculatedFormula", "compoundFieldName", "controllerName", "defaultValueFormula", "filteredLookupInfo",
            "inlineHelpText", "mask", "maskType", "referenceTargetField", "relationshipOrder"
        }) {
            json.putNull(name);
        }
    }

    private void access(ObjectNode json, SObjectType type, Field field) {
        FieldDefinition definition = field.definition();
        boolean platform = definition.readOnly() || field.type() == FieldType.ID;
        boolean audit = !org.rules().auditFields()
                || (org.permissions().createAuditFields() && org.permissions().modifyAllData());
        boolean closedDate = type.name().equals("Case") && field.name().equals("ClosedDate");
        boolean createable = definition.audit()
                ? audit
                : closedDate
                        ? audit && org.rules().closedDate() == OrgRules.ClosedDate.AUDIT
                        : !platform && !type.definition().internal();
        boolean defaulted = definition.defaulted()
                || definition.defaultValue() != null
                || definition.autoNumber() != null
                || field.type() == FieldType.BOOLEAN;
        json.put("createable", createable)
                .put(
                        "updateable",
                        !platform
                                && !definition.audit()
                                && !definition.createOnly()
                                && !type.definition().internal())
                .put("nillable", !definition.required() && !defaulted && field.type() != FieldType.ID)
                .put("defaultedOnCreate", defaulted || field.type() == FieldType.ID)
                .put("permissionable", field.custom() || (!definition.required() && !defaulted));
    }

    private static void shape(ObjectNode json, SObjectType type, Field field) {
        FieldDefinition definition = field.definition();
        boolean text = field.type().textual() || field.type() == FieldType.REFERENCE || field.type() == FieldType.ID;
        boolean longText = field.type() == FieldType.TEXTAREA && definition.length() > 255;
        boolean filterable = !longText && field.type() != FieldType.BASE64;
        boolean number = field.type().numeric() && field.type() != FieldType.INT;
        json.put("name", field.name())
                .put("label", definition.label())
                .put("type", field.type().apiName())
                .put("soapType", field.type().soapType())
                .put("custom", field.custom())
                .put("length", text ? definition.length() : 0)
                .put("byteLength", text ? definition.length() * 3 : 0)
                .put("precision", number ? definition.precision() : 0)
                .put("scale", number ? definition.scale() : 0)
                .put("digits", field.type() == FieldType.INT ? definition.precision() : 0)
                .put("autoNumber", definition.autoNumber() != null)
                .put("externalId", definition.externalId())
                .put("idLookup", definition.idLookup() || definition.externalId() || field.type() == FieldType.ID)
                .put("unique", definition.unique())
                .put("caseSensitive", definition.caseSensitive())
                .put("nameField", definition.nameField())
                .put("filterable", filterable)
                .put("sortable", filterable)
                .put("groupable", filterable && !number && field.type() != FieldType.DATETIME)
                .put("aggregatable", filterable && field.type() != FieldType.BOOLEAN)
                .put("htmlFormatted", field.type() == FieldType.URL);
        json.set("defaultValue", defaultValue(field));
        if (longText) {
            json.put("extraTypeInfo", "plaintextarea");
        } else {
            json.putNull("extraTypeInfo");
        }
        json.put("cascadeDelete", false).put("restrictedDelete", false);
        json.put("namePointing", field.polymorphic() && !type.custom());
    }

    private static com.fasterxml.jackson.databind.JsonNode defaultValue(Field field) {
        com.fasterxml.jackson.databind.node.JsonNodeFactory nodes =
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
        String given = field.definition().defaultValue();
        if (field.type() == FieldType.BOOLEAN) {
            return nodes.booleanNode("true".equals(given));
        }
        return given == null ? nodes.nullNode() : nodes.textNode(given);
    }

    private static void references(ObjectNode json, Field field) {
        ArrayNode referenceTo = json.putArray("referenceTo");
        field.referenceTo().forEach(referenceTo::add);
        json.put("relationshipName", field.relationshipName().orElse(null));
        json.put("polymorphicForeignKey", field.polymorphic());
    }

    private static void picklist(ObjectNode json, Field field) {
        json.put("restrictedPicklist", field.definition().restricted());
        ArrayNode values = json.putArray("picklistValues");
        for (PicklistValue value : field.definition().values()) {
            values.addObject()
                    .put("active", !value.inactive())
                    .put("defaultValue", value.defaultValue())
                    .put("label", value.shownAs())
                    .putNull("validFor")
                    .put("value", value.value());
        }
    }
}
