package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.org.OrgRules;
import dev.ferry.local.salesforce.org.Permissions;
import dev.ferry.local.salesforce.schema.UserDefinition;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordRulesIT extends RunningSimulator {

    @Test
    void setsAuditFieldsOnInsertOnlyAndOnlyWithThePermission() {
        start();
        String id = client.insert("Case", "{\"CreatedDate\":\"2019-01-01T00:00:00.000Z\"}");
        assertThat(client.get("/sobjects/Case/" + id).json().path("CreatedDate").asText())
                .isEqualTo("2019-01-01T00:00:00.000+0000");
        assertThat(client.api("PATCH", "/sobjects/Case/" + id, "{\"CreatedDate\":\"2019-01-02T00:00:00Z\"}")
                        .errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        start(settings -> settings.withPermissions(Permissions.migration().withCreateAuditFields(false)));
        assertThat(client.api("POST", "/sobjects/Case", "{\"CreatedDate\":\"2019-01-01T00:00:00.000Z\"}")
                        .errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void derivesIsClosedAndLeavesClosedDateToThePlatformUnlessTheModeSaysOtherwise() {
        start();
        String closed = "{\"Status\":\"Closed\",\"ClosedDate\":\"2020-01-01T00:00:00Z\"}";
        assertThat(client.api("POST", "/sobjects/Case", closed).errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        start(settings -> settings.withRules(OrgRules.strict().with(Map.of("closedDate", "AUDIT"))));
        JsonNode read =
                client.get("/sobjects/Case/" + client.insert("Case", closed)).json();
        assertThat(read.path("ClosedDate").asText()).isEqualTo("2020-01-01T00:00:00.000+0000");
        assertThat(read.path("IsClosed").asBoolean()).isTrue();
    }

    @Test
    void refusesInactiveOwnersParentsOfAnotherObjectAndTooLongTexts() {
        start(settings -> settings.withUsers(List.of(
                        new UserDefinition("gone@example.com", "gone@example.com", "Al", "Gone", false, "Salesforce")))
                .withPermissions(Permissions.migration().withUpdateWithInactiveOwner(false)));
        String owner = client.query("SELECT Id FROM User WHERE Email = 'GONE@example.com'")
                .at("/records/0/Id")
                .asText();
        String account = client.insert("Account", "{\"Name\":\"One\"}");
        assertThat(client.api("POST", "/sobjects/Case", "{\"OwnerId\":\"" + owner + "\"}")
                        .errorCode())
                .isEqualTo("INACTIVE_OWNER_OR_USER");
        assertThat(client.api("POST", "/sobjects/Case", "{\"ContactId\":\"" + account + "\"}")
                        .errorCode())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(client.api("POST", "/sobjects/Case", "{\"Subject\":\"" + "x".repeat(256) + "\"}")
                        .errorCode())
                .isEqualTo("STRING_TOO_LONG");
        assertThat(client.api("POST", "/sobjects/Task", "{\"CallType\":\"Sideways\"}")
                        .errorCode())
                .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    @Test
    void freezesAnEmailMessageOnceItIsNoDraft() {
        start();
        String kase = client.insert("Case", "{}");
        String mail =
                client.insert("EmailMessage", "{\"ParentId\":\"" + kase + "\",\"Subject\":\"Hi\",\"Status\":\"3\"}");
        assertThat(client.api("PATCH", "/sobjects/EmailMessage/" + mail, "{\"Subject\":\"Ho\"}")
                        .errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(client.api("PATCH", "/sobjects/EmailMessage/" + mail, "{\"Sender_Role__c\":\"agent\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void hidesOldClosedTasksFromOrdinaryQueries() {
        start();
        client.insert("Task", "{\"Subject\":\"Old\",\"Status\":\"Completed\",\"ActivityDate\":\"2020-01-01\"}");
        client.insert("Task", "{\"Subject\":\"Open\",\"ActivityDate\":\"2020-01-01\"}");
        assertThat(client.query("SELECT COUNT() FROM Task").path("totalSize").asInt())
                .isOne();
        assertThat(client.queryAll("SELECT COUNT() FROM Task WHERE IsDeleted = false")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void restrictsAndCascadesDeletes() {
        start();
        String account = client.insert("Account", "{\"Name\":\"One\"}");
        String contact = client.insert("Contact", "{\"LastName\":\"Doe\",\"AccountId\":\"" + account + "\"}");
        String kase = client.insert("Case", "{\"ContactId\":\"" + contact + "\"}");
        client.insert("Task", "{\"Subject\":\"Call\",\"WhatId\":\"" + kase + "\"}");
        assertThat(client.api("DELETE", "/sobjects/Account/" + account, "").errorCode())
                .isEqualTo("DELETE_FAILED");
        assertThat(client.api("DELETE", "/sobjects/Case/" + kase, "").status()).isEqualTo(204);
        assertThat(client.query("SELECT COUNT() FROM Task").path("totalSize").asInt())
                .isZero();
        assertThat(client.api("DELETE", "/sobjects/Account/" + account, "").status())
                .isEqualTo(204);
        assertThat(client.query("SELECT COUNT() FROM Contact").path("totalSize").asInt())
                .isZero();
    }

    @Test
    void makesDocumentsOfVersionsAndNotesAndLinksThemOnce() {
        start();
        String kase = client.insert("Case", "{}");
        String data = Base64.getEncoder().encodeToString("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        client.insert(
                "ContentVersion",
                "{\"PathOnClient\":\"a.txt\",\"VersionData\":\"" + data + "\",\"FirstPublishLocationId\":\"" + kase
                        + "\"}");
        String note = client.insert("ContentNote", "{\"Title\":\"N\",\"Content\":\"" + data + "\"}");
        assertThat(note).startsWith("069");
        String link = "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"ContentDocumentLink\"},"
                + "\"ContentDocumentId\":\"" + note + "\",\"LinkedEntityId\":\"" + kase + "\",\"ShareType\":\"V\"}]}";
        assertThat(client.api("POST", "/composite/sobjects", link)
                        .json()
                        .at("/0/success")
                        .asBoolean())
                .isTrue();
        assertThat(client.api("POST", "/composite/sobjects", link)
                        .json()
                        .at("/0/errors/0/statusCode")
                        .asText())
                .isEqualTo("DUPLICATE_VALUE");
        assertThat(client.query("SELECT ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId = '" + kase
                                + "' ORDER BY ContentDocumentId")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void rollsEverythingBackWhenAllOrNoneIsAsked() {
        start();
        String body = "{\"allOrNone\":true,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"A\"},"
                + "{\"attributes\":{\"type\":\"Account\"}}]}";
        JsonNode rows = client.api("POST", "/composite/sobjects", body).json();
        assertThat(rows.at("/0/errors/0/statusCode").asText()).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(rows.at("/1/errors/0/statusCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        String graph = "{\"graphs\":[{\"graphId\":\"g\",\"compositeRequest\":["
                + "{\"method\":\"POST\",\"url\":\"/services/data/v66.0/sobjects/Account\",\"referenceId\":\"a\","
                + "\"body\":{\"Name\":\"A\"}},{\"method\":\"POST\",\"url\":\"/services/data/v66.0/sobjects/Contact\","
                + "\"referenceId\":\"c\",\"body\":{\"AccountId\":\"@{a.id}\"%s}}]}]}";
        assertThat(client.api("POST", "/composite/graph", graph.formatted(""))
                        .json()
                        .at("/graphs/0/isSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(client.query("SELECT COUNT() FROM Account").path("totalSize").asInt())
                .isZero();
        assertThat(client.api("POST", "/composite/graph", graph.formatted(",\"LastName\":\"Doe\""))
                        .json()
                        .at("/graphs/0/isSuccessful")
                        .asBoolean())
                .isTrue();
        assertThat(client.query("SELECT Account.Name FROM Contact")
                        .at("/records/0/Account/Name")
                        .asText())
                .isEqualTo("A");
    }
}
