package dev.ferry.salesforce.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.salesforce.client.ApiVersion;
import dev.ferry.salesforce.client.ClientUnderTest;
import dev.ferry.salesforce.client.RecordedServer;
import dev.ferry.salesforce.client.SalesforceConfig;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingIT {
    private static final String CASE = """
            {"name":"Case","createable":true,"updateable":true,"deletable":true,"queryable":true,
             "fields":[
              {"name":"Id","type":"id","label":"Case ID","length":18,"idLookup":true,"createable":false,"nillable":false,"defaultedOnCreate":true},
              {"name":"Subject","type":"string","label":"Subject","length":255,"createable":true,"updateable":true,"nillable":true},
              {"name":"Key__c","type":"string","label":"Key","length":80,"createable":true,"nillable":false,"externalId":true,"unique":true,"custom":true},
              {"name":"OwnerId","type":"reference","label":"Owner","referenceTo":["Group","User"],"relationshipName":"Owner","polymorphicForeignKey":true,
               "createable":true,"nillable":false,"defaultedOnCreate":true},
              {"name":"Outcome__c","type":"picklist","label":"Outcome","restrictedPicklist":true,"controllerName":"Reason","nillable":true,
               "picklistValues":[{"active":true,"defaultValue":false,"label":"Gel\\u00f6st","validFor":"gAAA","value":"Resolved"}]}],
             "recordTypeInfos":[{"recordTypeId":"012000000000000AAA","developerName":"Master","name":"Master","active":true,"available":true,"master":true,"defaultRecordTypeMapping":true}],
             "childRelationships":[{"childSObject":"EmailMessage","field":"ParentId","cascadeDelete":true,"restrictedDelete":false}]}""";

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void describesAnObject() {
        server.answers(200, CASE);

        var described = it.client().schema().describe("Case");

        assertThat(server.last().line()).isEqualTo("GET /services/data/v66.0/sobjects/Case/describe");
        assertThat(described.field("sUBJECT").orElseThrow().size().length()).isEqualTo(255);
        assertThat(described.field("Missing__c")).isEmpty();
        assertThat(described.requiredOnCreate()).extracting(FieldDescribe::name).containsExactly("Key__c");
        assertThat(described.field("Key__c").orElseThrow().keys())
                .isEqualTo(new FieldDescribe.Keys(false, true, true, true));
        assertThat(described.field("OwnerId").orElseThrow().referenceTo()).containsExactly("Group", "User");
        assertThat(described.field("OwnerId").orElseThrow().polymorphic()).isTrue();
        var outcome = described.field("Outcome__c").orElseThrow();
        assertThat(outcome.restrictedPicklist()).isTrue();
        assertThat(outcome.controller()).contains("Reason");
        assertThat(outcome.picklistValues().getFirst().isValidFor(0)).isTrue();
        assertThat(outcome.picklistValues().getFirst().isValidFor(1)).isFalse();
        assertThat(outcome.picklistValues().getFirst().isValidFor(99)).isFalse();
        assertThat(described.usesRecordTypes()).isFalse();
        assertThat(described.children())
                .containsExactly(new ChildRelationship("EmailMessage", "ParentId", true, false));
    }

    @Test
    void listsObjects() {
        server.answers(
                200,
                "{\"sobjects\":[{\"name\":\"Case\",\"label\":\"Case\",\"keyPrefix\":\"500\",\"createable\":true,\"queryable\":true,\"custom\":false},"
                        + "{\"name\":\"AggregateResult\",\"label\":\"Aggregate Result\",\"keyPrefix\":null}]}");

        var objects = it.client().schema().objects();

        assertThat(objects.getFirst()).isEqualTo(new SObjectSummary("Case", "Case", "500", false, true, true));
        assertThat(objects.getLast().keyPrefix()).isEmpty();
    }

    @Test
    void readsAQueryPageByPage() {
        server.answers(
                        200,
                        "{\"totalSize\":3,\"done\":false,\"nextRecordsUrl\":\"/services/data/v66.0/query/01g-2000\",\"records\":[{\"Id\":\"1\"},{\"Id\":\"2\"}]}")
                .answers(200, "{\"totalSize\":3,\"done\":true,\"records\":[{\"Id\":\"3\"}]}");

        var result = it.client().queries().query("SELECT Id FROM Case WHERE Subject = 'a+b & c'");

        assertThat(result.totalSize()).isEqualTo(3);
        assertThat(server.requests()).hasSize(1);
        assertThat(result.stream().map(record -> record.path("Id").asText())).containsExactly("1", "2", "3");
        assertThat(server.lines())
                .containsExactly(
                        "GET /services/data/v66.0/query?q=SELECT%20Id%20FROM%20Case%20WHERE%20Subject%20%3D%20%27a%2Bb%20%26%20c%27",
                        "GET /services/data/v66.0/query/01g-2000");
    }

    @Test
    void countsWithAndWithoutArchivedRecords() {
        server.answers(200, "{\"totalSize\":182344,\"done\":true,\"records\":[]}")
                .answers(200, "{\"totalSize\":190000,\"done\":true,\"records\":[]}");

        assertThat(it.client().queries().count("SELECT COUNT() FROM Task")).isEqualTo(182_344);
        assertThat(it.client().queries().countAll("SELECT COUNT() FROM Task")).isEqualTo(190_000);
        assertThat(server.last().path()).startsWith("/services/data/v66.0/queryAll?q=");
    }

    @Test
    void readsLimitsUnderOldAndNewNames() {
        server.answers(
                200,
                "{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14998},\"DailyBulkApiRequests\":{\"Max\":15000,\"Remaining\":1},\"Nested\":{\"Other\":{}}}");

        var limits = it.client().org().limits();

        assertThat(limits.dailyApiRequests()).contains(new OrgLimits.Allowance(15_000, 14_998));
        assertThat(limits.dailyBulkBatches()).contains(new OrgLimits.Allowance(15_000, 1));
        assertThat(limits.dataStorageMegabytes()).isEmpty();
    }

    @Test
    void readsRoughCounts() {
        server.answers(200, "{\"sObjects\":[{\"count\":3,\"name\":\"Account\"}]}");

        assertThat(it.client().org().recordCounts(List.of("Account", "Task"))).isEqualTo(Map.of("Account", 3L));
        assertThat(server.last().path()).isEqualTo("/services/data/v66.0/limits/recordCount?sObjects=Account,Task");
    }

    @Test
    void pinsTheConfiguredVersionInTheUrl() {
        var config =
                SalesforceConfig.of(server.uri(), ClientUnderTest.CREDENTIALS).withApiVersion(new ApiVersion("61.0"));
        server.answers(200, CASE);
        try (var older = ClientUnderTest.of(config)) {
            older.client().schema().describe("Case");
        }

        assertThat(server.last().path()).startsWith("/services/data/v61.0/");
    }

    @Test
    void streamsPartsOfAFileUpload() {
        server.answers(201, "{\"id\":\"068000000000001AAA\",\"success\":true,\"errors\":[]}");
        var file = "%PDF".getBytes(StandardCharsets.US_ASCII);

        var answer = it.client()
                .raw()
                .postParts(
                        "/sobjects/ContentVersion",
                        List.of(
                                Part.json(
                                        "entity_content",
                                        JsonNodeFactory.instance.objectNode().put("Title", "invoice")),
                                Part.file(
                                        "VersionData",
                                        "in\"voice.pdf",
                                        "application/octet-stream",
                                        file.length,
                                        () -> new ByteArrayInputStream(file))),
                        "upload a file");

        assertThat(answer.path("id").asText()).isEqualTo("068000000000001AAA");
        var boundary = server.last().header("Content-Type").substring("multipart/form-data; boundary=".length());
        assertThat(server.last().body())
                .isEqualTo("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"entity_content\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"Title\":\"invoice\"}\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"VersionData\"; filename=\"in%22voice.pdf\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n%PDF\r\n--" + boundary + "--\r\n");
    }
}
