package dev.ferry.salesforce.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.salesforce.client.ClientUnderTest;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordedServer;
import dev.ferry.salesforce.client.SalesforceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkIngestIT {
    private static final String PATH = "/services/data/v66.0/jobs/ingest";
    private static final JobId JOB = new JobId("7505e00001abcdeAAA");

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);
    private final BulkIngest ingest = it.client().ingest();

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void sendsCreatePutPatchAndPollInThisOrder(@TempDir Path folder) throws IOException {
        server.answers(200, job("Open"))
                .answers(201, "")
                .answers(200, job("UploadComplete"))
                .answers(200, job("InProgress"));
        var layout = CsvLayout.of(List.of("ASAPP_Id__c", "Subject"));
        var file = folder.resolve("chunk.csv");
        try (var writer = new IngestCsvWriter(Files.newOutputStream(file), layout)) {
            writer.write(List.of(Cell.of("acme:issue:1"), Cell.of("Caf\u00e9")));
        }

        var created = ingest.create(IngestRequest.insert("Case", layout));
        ingest.upload(created.id(), IngestChunk.ofFile(file, 1));
        ingest.close(created.id());
        ingest.read(created.id());

        assertThat(server.lines())
                .containsExactly(
                        "POST " + PATH,
                        "PUT " + PATH + "/" + JOB + "/batches",
                        "PATCH " + PATH + "/" + JOB,
                        "GET " + PATH + "/" + JOB);
        assertThat(server.requests().get(0).body())
                .isEqualTo(
                        "{\"object\":\"Case\",\"operation\":\"insert\",\"contentType\":\"CSV\",\"columnDelimiter\":\"COMMA\",\"lineEnding\":\"LF\"}");
        var put = server.requests().get(1);
        assertThat(put.body()).isEqualTo("ASAPP_Id__c,Subject\nacme:issue:1,Caf\u00e9\n");
        assertThat(put.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8");
        assertThat(put.header("Content-Length")).isEqualTo(String.valueOf(Files.size(file)));
        assertThat(put.header("Transfer-Encoding")).isEmpty();
        assertThat(server.requests().get(2).body()).isEqualTo("{\"state\":\"UploadComplete\"}");
    }

    @Test
    void readsWhatAFinishedJobTells() {
        server.answers(
                200,
                job(
                        "JobComplete",
                        ",\"numberRecordsProcessed\":3,\"numberRecordsFailed\":1,\"apexProcessingTime\":619"));

        var done = ingest.read(JOB);

        assertThat(done.createdAt()).isEqualTo(Instant.parse("2026-03-02T21:33:43Z"));
        assertThat(done.state().isFinal()).isTrue();
        assertThat(done.progress().processed()).isEqualTo(3);
        assertThat(done.progress().failed()).isEqualTo(1);
        assertThat(done.progress().apex()).hasMillis(619);
    }

    @Test
    void namesKeyAndDelimiterOfAnUpsert() {
        server.answers(200, job("Open"));

        ingest.create(IngestRequest.upsert(
                "Account", "Ext__c", new CsvLayout(List.of("Ext__c", "Name"), ColumnDelimiter.BACKQUOTE)));

        assertThat(server.last().body())
                .isEqualTo(
                        "{\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Ext__c\",\"contentType\":\"CSV\","
                                + "\"columnDelimiter\":\"BACKQUOTE\",\"lineEnding\":\"LF\"}");
    }

    @Test
    void looksAtTheJobWhenTheAnswerToClosingIsLost() {
        server.hangsUp().answers(200, job("InProgress"));

        assertThat(ingest.close(JOB).state()).isEqualTo(JobState.IN_PROGRESS);
        assertThat(server.lines()).containsExactly("PATCH " + PATH + "/" + JOB, "GET " + PATH + "/" + JOB);
    }

    @Test
    void closesAgainWhenTheJobIsStillOpen() {
        server.answers(503, "").answers(200, job("Open")).answers(200, job("UploadComplete"));

        assertThat(ingest.close(JOB).state()).isEqualTo(JobState.UPLOAD_COMPLETE);
        assertThat(server.lines()).hasSize(3);
    }

    @Test
    void saysThatAFinishedJobCannotBeAborted() {
        server.answers(
                400,
                "[{\"errorCode\":\"INVALIDJOBSTATE\",\"message\":\"Aborting already Completed Job not allowed\"}]");

        var failure = catchThrowableOfType(SalesforceException.class, () -> ingest.abort(JOB));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_JOB_STATE);
        assertThat(failure).hasMessageContaining("abort job " + JOB);
        assertThat(server.last().body()).isEqualTo("{\"state\":\"Aborted\"}");
    }

    @Test
    void takesAMissingJobForDeletedAndRefusesToDeleteALiveOne() {
        server.answers(204, "")
                .answers(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"The requested resource does not exist\"}]")
                .answers(400, "[{\"errorCode\":\"API_ERROR\",\"message\":\"the job is not terminated\"}]");

        ingest.delete(JOB);
        ingest.delete(JOB);
        var failure = catchThrowableOfType(SalesforceException.class, () -> ingest.delete(JOB));

        assertThat(failure.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(server.lines()).allMatch(("DELETE " + PATH + "/" + JOB)::equals);
    }

    @Test
    void listsJobsPageByPage() {
        server.answers(
                        200,
                        "{\"done\":false,\"records\":[" + job("Open") + "],\"nextRecordsUrl\":\"" + PATH
                                + "?queryLocator=2\"}")
                .answers(
                        200,
                        "{\"done\":true,\"records\":["
                                + job("Failed", ",\"errorMessage\":\"InvalidBatch : Field name not found : Foo__c\"")
                                + "]}");

        var jobs = ingest.list().toList();

        assertThat(jobs).extracting(IngestJob::state).containsExactly(JobState.OPEN, JobState.FAILED);
        assertThat(jobs.getLast().error().orElseThrow().code()).isEqualTo("InvalidBatch");
        assertThat(server.lines())
                .containsExactly("GET " + PATH + "?jobType=V2Ingest", "GET " + PATH + "?queryLocator=2");
    }

    @Test
    void doesNotFollowAPageToAnotherHost() {
        server.answers(200, "{\"done\":false,\"records\":[],\"nextRecordsUrl\":\"@evil.example/services/data/x\"}");

        var failure = catchThrowableOfType(
                SalesforceException.class, () -> ingest.list().toList());

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
    }

    private static String job(String state) {
        return job(state, "");
    }

    private static String job(String state, String more) {
        return "{\"id\":\"" + JOB
                + "\",\"operation\":\"insert\",\"object\":\"Case\",\"createdDate\":\"2026-03-02T21:33:43.000+0000\","
                + "\"state\":\"" + state + "\",\"apiVersion\":66.0,\"contentUrl\":\"services/data/v66.0/jobs/ingest/"
                + JOB + "/batches\"" + more + "}";
    }
}
