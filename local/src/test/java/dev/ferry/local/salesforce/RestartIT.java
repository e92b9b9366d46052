package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT extends RunningSimulator {

    @Test
    void keepsWhatWasAnsweredAndGoesOnWithAJobThatWasCutOff(@TempDir Path copy) throws IOException {
        start(settings -> settings.withFaults(settings.faults().with(Map.of("msPerRow", Map.of("*", 1.0)))));
        StringBuilder csv = new StringBuilder("ASAPP_Id__c,Description\n");
        for (int i = 0; i < 3_000; i++) {
            csv.append("k")
                    .append(i)
                    .append(",\"")
                    .append("long text ".repeat(40))
                    .append("\"\n");
        }
        String id = client.startJob(job("Case", "insert"), csv.toString());
        while (client.get("/jobs/ingest/" + id)
                        .json()
                        .path("numberRecordsProcessed")
                        .asInt()
                < 400) {
            Thread.onSpinWait();
        }
        // What a killed process leaves is a copy of its files at any moment, with a torn last line.
        copyFiles(directory, copy);
        Path journal = copy.resolve("journal.jsonl");
        Files.writeString(journal, "{\"m\":[[\"Case\",\"5005e", java.nio.file.StandardOpenOption.APPEND);
        start(settings -> SalesforceSimulatorSettings.in(copy, settings.clock()));
        JsonNode job = client.await("/jobs/ingest/" + id);
        assertThat(job.path("state").asText()).isEqualTo("JobComplete");
        assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(3_000);
        assertThat(job.path("numberRecordsFailed").asInt()).isZero();
        assertThat(client.query("SELECT COUNT() FROM Case").path("totalSize").asInt())
                .isEqualTo(3_000);
        assertThat(client.results(job, "successfulResults")).hasSize(3_001);
        assertThat(client.query("SELECT Description FROM Case WHERE ASAPP_Id__c = 'k7'")
                        .at("/records/0/Description")
                        .asText())
                .isEqualTo("long text ".repeat(40));
    }

    @Test
    void hidesANewFieldUntilFieldLevelSecurityIsGrantedAndKeepsBoth() {
        start();
        String field =
                "{\"FullName\":\"Case.Extra__c\",\"Metadata\":{\"label\":\"Extra\",\"type\":\"Text\",\"length\":40}}";
        assertThat(client.api("POST", "/tooling/sobjects/CustomField", field).status())
                .isEqualTo(201);
        assertThat(client.runJob(job("Case", "insert"), "Extra__c\nx\n")
                        .path("errorMessage")
                        .asText())
                .isEqualTo("InvalidBatch : Field name not found : Extra__c");
        String set =
                client.query("SELECT Id FROM PermissionSet").at("/records/0/Id").asText();
        client.insert(
                "FieldPermissions",
                "{\"ParentId\":\"" + set + "\",\"SobjectType\":\"Case\",\"Field\":\"Case.Extra__c\","
                        + "\"PermissionsRead\":true,\"PermissionsEdit\":true}");
        client.insert("Case", "{\"Extra__c\":\"x\"}");
        start();
        assertThat(client.query("SELECT Extra__c FROM Case")
                        .at("/records/0/Extra__c")
                        .asText())
                .isEqualTo("x");
    }

    @Test
    void dumpsTheRecordsOfAnObject() {
        start();
        client.insert("Account", "{\"Name\":\"One\"}");
        JsonNode record = simulator.dump("Account").next();
        assertThat(record.path("attributes").path("type").asText()).isEqualTo("Account");
        assertThat(record.path("Name").asText()).isEqualTo("One");
        assertThat(record.has("Email_Domain__c")).isTrue();
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        // The journal first: what it names is in the other files by then.
        List<Path> inOrder = Stream.concat(
                        files.stream().filter(f -> f.endsWith("journal.jsonl")),
                        files.stream().filter(f -> !f.endsWith("journal.jsonl")))
                .toList();
        Files.createDirectories(to);
        for (Path file : inOrder) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
            if (Files.isRegularFile(file)) {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
