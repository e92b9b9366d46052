package dev.ferry.salesforce.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.salesforce.client.ClientUnderTest;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordedServer;
import dev.ferry.salesforce.client.SalesforceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkQueriesIT {
    private static final String PATH = "/services/data/v66.0/jobs/query";
    private static final JobId JOB = new JobId("7505e00001abcdeAAA");

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);
    private final BulkQueries queries = it.client().bulkQueries();

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void createsReadsAbortsAndDeletesAJob() {
        server.answers(200, job("UploadComplete"))
                .answers(200, job("JobComplete"))
                .answers(200, job("Aborted"))
                .answers(204, "");

        queries.create(BulkQueries.Scope.ALL, "SELECT Id FROM Case WHERE Migration_Batch__c = 'B1'");
        var done = queries.read(JOB);
        queries.abort(JOB);
        queries.delete(JOB);

        assertThat(done.state()).isEqualTo(JobState.JOB_COMPLETE);
        assertThat(server.lines())
                .containsExactly(
                        "POST " + PATH,
                        "GET " + PATH + "/" + JOB,
                        "PATCH " + PATH + "/" + JOB,
                        "DELETE " + PATH + "/" + JOB);
        assertThat(server.requests().getFirst().body())
                .isEqualTo(
                        "{\"operation\":\"queryAll\",\"query\":\"SELECT Id FROM Case WHERE Migration_Batch__c = 'B1'\"}");
    }

    @Test
    void readsPageAfterPageUntilTheLocatorSaysNull() {
        server.answers(
                        200,
                        "\"Id\",\"Name\"\n\"1\",\"a\"\n\"2\",\"b\"\n",
                        "Sforce-Locator",
                        "MTAw/+",
                        "Sforce-NumberOfRecords",
                        "2")
                .answers(200, "\"Id\",\"Name\"\n", "Sforce-Locator", "empty")
                .answers(
                        200, "\"Id\",\"Name\"\n\"3\",\"c\"\n", "Sforce-Locator", "null", "Sforce-NumberOfRecords", "1");

        try (var rows = queries.rows(JOB, 2)) {
            assertThat(rows.stream().map(row -> row.get("Name").orElseThrow())).containsExactly("a", "b", "c");
        }

        assertThat(server.lines())
                .containsExactly(
                        "GET " + PATH + "/" + JOB + "/results?maxRecords=2",
                        "GET " + PATH + "/" + JOB + "/results?maxRecords=2&locator=MTAw%2F%2B",
                        "GET " + PATH + "/" + JOB + "/results?maxRecords=2&locator=empty");
    }

    @Test
    void tellsWhereTheNextPageBegins() {
        server.answers(200, "\"Id\"\n", "Sforce-Locator", "abc").answers(200, "\"Id\"\n", "Sforce-Locator", "null");

        try (var first = queries.firstPage(JOB, 10);
                var last = queries.page(JOB, new ResultLocator("abc"), 10)) {
            assertThat(first.next()).contains(new ResultLocator("abc"));
            assertThat(last.next()).isEmpty();
        }
    }

    @Test
    void doesNotTakeAPageWithoutLocatorForTheLast() {
        server.answers(200, "\"Id\"\n");

        var failure = catchThrowableOfType(SalesforceException.class, () -> queries.firstPage(JOB, 10));

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
    }

    private static String job(String state) {
        return "{\"id\":\"" + JOB + "\",\"operation\":\"queryAll\",\"state\":\"" + state
                + "\",\"jobType\":\"V2Query\",\"numberRecordsProcessed\":5}";
    }
}
