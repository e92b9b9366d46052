package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.salesforce.client.SalesforceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads describe answers. What an answer leaves out is false, zero or empty.
final class DescribeJson {
    private DescribeJson() {}

    static SObjectDescribe object(JsonNode json) {
        var rights = new SObjectDescribe.Rights(
                flag(json, "createable"), flag(json, "updateable"), flag(json, "deletable"), flag(json, "queryable"));
        return new SObjectDescribe(
                text(json, "name"),
                rights,
                SObjectDescribe.byName(each(json.path("fields"), DescribeJson::field)),
                each(json.path("recordTypeInfos"), DescribeJson::recordType),
                each(json.path("childRelationships"), DescribeJson::child));
    }

    static SObjectSummary summary(JsonNode json) {
        return new SObjectSummary(
                text(json, "name"),
                text(json, "label"),
                optional(json, "keyPrefix"),
                flag(json, "custom"),
                flag(json, "createable"),
                flag(json, "queryable"));
    }

    static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
        var all = new ArrayList<T>(array.size());
        array.forEach(one -> all.add(reading.apply(one)));
        return List.copyOf(all);
    }

    private static FieldDescribe field(JsonNode json) {
        return new FieldDescribe(
                text(json, "name"),
                text(json, "label"),
                text(json, "type"),
                new FieldDescribe.Size(
                        number(json, "length"),
                        number(json, "byteLength"),
                        number(json, "precision"),
                        number(json, "scale"),
                        number(json, "digits")),
                new FieldDescribe.Access(
                        flag(json, "createable"),
                        flag(json, "updateable"),
                        flag(json, "nillable"),
                        flag(json, "defaultedOnCreate")),
                new FieldDescribe.Keys(
                        flag(json, "idLookup"), flag(json, "externalId"), flag(json, "unique"), flag(json, "custom")),
                each(json.path("picklistValues"), DescribeJson::picklistValue),
                flag(json, "restrictedPicklist"),
                optional(json, "controllerName"),
                each(json.path("referenceTo"), JsonNode::asText),
                optional(json, "relationshipName"),
                flag(json, "polymorphicForeignKey"));
    }

    private static PicklistValue picklistValue(JsonNode json) {
        return new PicklistValue(
                text(json, "value"),
                text(json, "label"),
                flag(json, "active"),
                flag(json, "defaultValue"),
                optional(json, "validFor"));
    }

    private static RecordType recordType(JsonNode json) {
        return new RecordType(
                new SalesforceId(text(json, "recordTypeId")),
                text(json, "developerName"),
                text(json, "name"),
                flag(json, "active"),
                flag(json, "available"),
                flag(json, "master"),
                flag(json, "defaultRecordTypeMapping"));
    }

    private static ChildRelationship child(JsonNode json) {
        return new ChildRelationship(
                text(json, "childSObject"),
                text(json, "field"),
                flag(json, "cascadeDelete"),
                flag(json, "restrictedDelete"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).asText() : null;
    }

    private static boolean flag(JsonNode json, String name) {
        return json.path(name).asBoolean();
    }

    private static int number(JsonNode json, String name) {
        return json.path(name).asInt();
    }
}
