package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.org.Permissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsIT extends RunningSimulator {

    @Test
    void commitsAndLosesTheAnswer() {
        start();
        faults("{\"http500AfterCommitRate\":1}");
        assertThat(client.api("POST", "/sobjects/Account", "{\"Name\":\"One\"}").errorCode())
                .isEqualTo("UNKNOWN_EXCEPTION");
        assertThat(client.query("SELECT COUNT() FROM Account").path("totalSize").asInt())
                .isOne();
    }

    @Test
    void answersAGatewayPageAndTheTwoKindsOfLimit() {
        start();
        faults("{\"http503Rate\":1,\"htmlErrorPage\":true}");
        assertThat(client.get("/limits").status()).isEqualTo(503);
        assertThat(client.get("/limits").body()).startsWith("<html>");
        faults("{\"http503Rate\":0,\"dailyApiMax\":0}");
        assertThat(client.get("/limits").status()).isEqualTo(403);
        assertThat(client.get("/limits").body()).contains("TotalRequests Limit exceeded.");
        faults("{\"dailyApiMax\":100,\"concurrentLongMax\":0}");
        assertThat(client.get("/limits").body()).contains("ConcurrentPerOrgLongTxn Limit exceeded.");
    }

    @Test
    void dropsTheConnectionOfAnUpload() {
        start();
        faults("{\"dropConnectionOnPut\":1}");
        assertThatThrownBy(() -> client.startJob(job("Account", "insert"), "Name\nOne\n"))
                .hasMessageNotContaining("201");
        assertThat(client.runJob(job("Account", "insert"), "Name\nOne\n")
                        .path("numberRecordsFailed")
                        .asInt())
                .isZero();
    }

    @Test
    void retriesATimedOutBatchUntilTheJobFails() {
        start();
        faults("{\"batchTimeoutEvery\":1}");
        JsonNode job = client.runJob(job("Account", "insert"), "Name\nOne\n");
        assertThat(job.path("state").asText()).isEqualTo("Failed");
        assertThat(job.path("retries").asInt()).isEqualTo(21);
        assertThat(client.results(job, "unprocessedrecords")).hasSize(2);
    }

    @Test
    void runsRuleStubsForAUserWithoutBypass() {
        start(settings -> settings.withPermissions(Permissions.plain()));
        faults("{\"validationRule\":\"Case: Origin = null\",\"flowFailureRule\":\"Case: Status = 'Closed'\"}");
        assertThat(client.api("POST", "/sobjects/Case", "{}").errorCode())
                .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(client.api("POST", "/sobjects/Case", "{\"Origin\":\"Web\",\"Status\":\"Closed\"}")
                        .errorCode())
                .isEqualTo("CANNOT_EXECUTE_FLOW_TRIGGER");
        client.insert("Case", "{\"Origin\":\"Web\"}");
    }

    @Test
    void refusesRecordsWhenStorageIsFull() {
        start();
        faults("{\"storageMB\":0}");
        assertThat(client.api("POST", "/sobjects/Account", "{\"Name\":\"One\"}").errorCode())
                .isEqualTo("STORAGE_LIMIT_EXCEEDED");
    }

    @Test
    void recordsRequestsWithoutTheirContents() {
        start();
        client.query("SELECT Id FROM Account");
        assertThat(simulator.requests().getLast().path()).isEqualTo("/services/data/v66.0/query");
        assertThat(client.send("GET", "/sim/v1/requests", "application/json", "")
                        .body())
                .contains("/services/oauth2/token")
                .doesNotContain("SELECT");
    }

    @Test
    void refusesAnUnknownFault() {
        start();
        assertThat(client.send("PUT", "/sim/v1/faults", "application/json", "{\"nope\":1}")
                        .status())
                .isEqualTo(400);
        assertThatThrownBy(() -> simulator.faults().with(Map.of("msPerRow", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void faults(String json) {
        assertThat(client.send("PUT", "/sim/v1/faults", "application/json", json)
                        .status())
                .isEqualTo(200);
    }
}
