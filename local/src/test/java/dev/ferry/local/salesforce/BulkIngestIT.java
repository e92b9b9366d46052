package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkIngestIT extends RunningSimulator {

    @BeforeEach
    void startPlain() {
        start();
    }

    @Test
    void reportsOneBadRowAmongGoodOnesAsData() {
        StringBuilder csv = new StringBuilder("Name,ASAPP_Id__c\n");
        for (int i = 0; i < 200; i++) {
            csv.append("Account ").append(i).append(",k").append(i).append('\n');
        }
        csv.append(",bad\n");
        JsonNode job = client.runJob(job("account", "insert"), csv.toString());
        assertThat(job.path("state").asText()).isEqualTo("JobComplete");
        assertThat(job.path("object").asText()).isEqualTo("Account");
        assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(201);
        assertThat(job.path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(client.results(job, "successfulResults"))
                .hasSize(201)
                .first()
                .isEqualTo("\"sf__Id\",\"sf__Created\",\"Name\",\"ASAPP_Id__c\"");
        assertThat(client.results(job, "failedResults"))
                .containsExactly(
                        "\"sf__Id\",\"sf__Error\",\"Name\",\"ASAPP_Id__c\"",
                        "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"bad\"");
        assertThat(client.results(job, "unprocessedrecords")).containsExactly("\"Name\",\"ASAPP_Id__c\"");
        assertThat(client.query("SELECT COUNT() FROM Account").path("totalSize").asInt())
                .isEqualTo(200);
    }

    @Test
    void answersTheCreationOfAJobInTheDocumentedShape() {
        JsonNode job = client.api("POST", "/jobs/ingest", job("Case", "insert")).json();
        assertThat(job.path("state").asText()).isEqualTo("Open");
        assertThat(job.path("apiVersion").isNumber()).isTrue();
        assertThat(job.path("contentUrl").asText())
                .isEqualTo("services/data/v66.0/jobs/ingest/" + job.path("id").asText() + "/batches");
        assertThat(job.path("createdDate").asText()).endsWith("+0000");
        assertThat(job.path("id").asText()).startsWith("750").hasSize(18);
    }

    @Test
    void refusesASecondUploadAndTheAbortionOfAFinishedJob() {
        JsonNode job = client.runJob(job("Account", "insert"), "Name\nOne\n");
        String path = "/jobs/ingest/" + job.path("id").asText();
        assertThat(client.api("PUT", path + "/batches", "Name\nTwo\n").status()).isEqualTo(400);
        SimulatorClient.Answer abort = client.api("PATCH", path, "{\"state\":\"Aborted\"}");
        assertThat(abort.status()).isEqualTo(400);
        assertThat(abort.errorCode()).isEqualTo("INVALIDJOBSTATE");
        assertThat(client.api("DELETE", path, "").status()).isEqualTo(204);
        assertThat(client.get(path).errorCode()).isEqualTo("NOT_FOUND");
    }

    @Test
    void failsTheWholeJobForAnUnknownColumnOrAWrongLineEnding() {
        JsonNode unknown = client.runJob(job("Account", "insert"), "Name,Nope__c\nOne,x\n");
        assertThat(unknown.path("state").asText()).isEqualTo("Failed");
        assertThat(unknown.path("errorMessage").asText()).isEqualTo("InvalidBatch : Field name not found : Nope__c");
        assertThat(client.results(unknown, "unprocessedrecords")).hasSize(2);
        JsonNode ending = client.runJob(job("Account", "insert"), "Name\r\nOne\r\n");
        assertThat(ending.path("errorMessage").asText())
                .isEqualTo("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF");
    }

    @Test
    void failsOnlyTheRowsWithAWrongNumberOfColumns() {
        JsonNode job = client.runJob(job("Account", "insert"), "NAME,Phone\nOne,1\nTwo\nThree,3\nFour,4,5\n");
        assertThat(job.path("state").asText()).isEqualTo("JobComplete");
        assertThat(job.path("numberRecordsFailed").asInt()).isEqualTo(2);
    }

    @Test
    void honoursDelimiterAndLineEnding() {
        String job = "{\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"ASAPP_Id__c\","
                + "\"columnDelimiter\":\"BACKQUOTE\",\"lineEnding\":\"CRLF\"}";
        JsonNode done = client.runJob(job, "ASAPP_Id__c`Name\r\nk1`\"A `quoted` name\"\r\n");
        assertThat(done.path("numberRecordsFailed").asInt()).isZero();
        assertThat(client.query("SELECT Name FROM Account")
                        .at("/records/0/Name")
                        .asText())
                .isEqualTo("A `quoted` name");
    }

    @Test
    void nullsAFieldForNaAndKeepsItForAnEmptyCell() {
        String id = client.insert("Account", "{\"Name\":\"One\",\"Phone\":\"1\",\"AccountNumber\":\"2\"}");
        client.runJob(job("Account", "update"), "Id,Phone,AccountNumber\n" + id + ",#N/A,\n");
        JsonNode read = client.get("/sobjects/Account/" + id).json();
        assertThat(read.path("Phone").isNull()).isTrue();
        assertThat(read.path("AccountNumber").asText()).isEqualTo("2");
    }

    @Test
    void namesTheExistingRecordWhenAUniqueKeyComesTwice() {
        String id = client.insert("Case", "{\"ASAPP_Id__c\":\"k\"}");
        JsonNode job = client.runJob(job("Case", "insert"), "ASAPP_Id__c\nk\n");
        assertThat(client.results(job, "failedResults").get(1))
                .contains("DUPLICATE_VALUE:duplicate value found: ASAPP_Id__c duplicates value on record with id: " + id
                        + ":--");
    }

    @Test
    void resolvesRelationshipColumns() {
        client.insert("Contact", "{\"LastName\":\"Doe\",\"ASAPP_Id__c\":\"c1\"}");
        JsonNode job = client.runJob(job("Task", "insert"), "Subject,Contact:Who.ASAPP_Id__c\nCall,c1\nCall,none\n");
        assertThat(job.path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(client.results(job, "failedResults").get(1)).contains("INVALID_FIELD:Foreign key external ID: none");
        JsonNode plain = client.runJob(job("Case", "insert"), "Contact:Contact.ASAPP_Id__c\nc1\n");
        assertThat(plain.path("errorMessage").asText())
                .isEqualTo("InvalidBatch : type is not needed for non polymorphic foreign key references: Contact");
    }

    @Test
    void shufflesTheResults() {
        StringBuilder csv = new StringBuilder("Name\n");
        for (int i = 0; i < 100; i++) {
            csv.append("N").append(1000 + i).append('\n');
        }
        List<String> lines =
                client.results(client.runJob(job("Account", "insert"), csv.toString()), "successfulResults");
        List<String> names =
                lines.stream().skip(1).map(line -> line.split(",", -1)[2]).toList();
        assertThat(names).isNotEqualTo(names.stream().sorted().toList()).hasSize(100);
    }

    @Test
    void failsAJobAfterSomeRowsAndKeepsWhatWasWritten() {
        simulator.faults(simulator.faults().with(Map.of("jobFailAfterRows", 3)));
        JsonNode job = client.runJob(job("Account", "insert"), "Name\nA\nB\nC\nD\nE\n");
        assertThat(job.path("state").asText()).isEqualTo("Failed");
        assertThat(client.results(job, "successfulResults")).hasSize(4);
        assertThat(client.results(job, "unprocessedrecords")).containsExactly("\"Name\"", "\"D\"", "\"E\"");
    }

    @Test
    void deletesGoodIdsAndExplainsBadOnes() {
        String account = client.insert("Account", "{\"Name\":\"One\"}");
        String contact = client.insert("Contact", "{\"LastName\":\"Doe\"}");
        JsonNode job = client.runJob(job("Account", "delete"), "Id\n" + account + "\n" + contact + "\nabc\n");
        assertThat(String.join("\n", client.results(job, "failedResults")))
                .contains("INVALID_ID_FIELD:Invalid Id for entity type 'Account'")
                .contains("MALFORMED_ID:malformed id abc");
        assertThat(client.results(job, "successfulResults")).hasSize(2);
        assertThat(client.query("SELECT COUNT() FROM Account").path("totalSize").asInt())
                .isZero();
        assertThat(client.queryAll("SELECT COUNT() FROM Account")
                        .path("totalSize")
                        .asInt())
                .isOne();
        assertThat(client.api("POST", "/jobs/ingest", job("Account", "hardDelete"))
                        .body())
                .contains("You need the Bulk API Hard Delete user permission");
    }
}
