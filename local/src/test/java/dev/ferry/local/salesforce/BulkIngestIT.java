package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkIngestIT {
    private static final String INSERT_ACCOUNTS =
            "{\"object\":\"account\",\"operation\":\"insert\",\"contentType\":\"CSV\",\"lineEnding\":\"LF\"}";

    @TempDir
    Path directory;

    private SalesforceSimulator simulator;
    private SimulatorClient client;

    @BeforeEach
    void start() {
        simulator = SalesforceSimulator.start(SalesforceSimulatorSettings.in(directory, Clock.systemUTC()));
        client = new SimulatorClient(simulator.endpoint()).login();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void reportsOneBadRowAmongGoodOnesAsData() {
        StringBuilder csv = new StringBuilder("Name,ASAPP_Id__c\n");
        for (int i = 0; i < 200; i++) {
            csv.append("Account ").append(i).append(",k").append(i).append('\n');
        }
        csv.append(",bad\n");
        JsonNode job = client.runJob(INSERT_ACCOUNTS, csv.toString());
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
}
