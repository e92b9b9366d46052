package dev.ferry.salesforce.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.salesforce.client.ClientUnderTest;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.FailureClass;
import dev.ferry.salesforce.client.RecordedServer;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngestResultsIT {
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
    void takesPartialFailureForData() {
        var good = IntStream.range(0, 200)
                .mapToObj(i -> "\"" + id(i) + "\",\"true\",\"key-" + i + "\",\"two\nlines\"\n")
                .collect(Collectors.joining());
        server.answers(200, "\"sf__Id\",\"sf__Created\",\"Key__c\",\"Subject\"\n" + good)
                .answers(
                        200,
                        "\"sf__Id\",\"sf__Error\",\"Key__c\",\"Subject\"\n\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"key-200\",\"\"\n")
                .answers(200, "\"Key__c\",\"Subject\"\n");

        var successful = read(ingest.successful(JOB));
        var failed = read(ingest.failed(JOB));
        var unprocessed = read(ingest.unprocessed(JOB));

        assertThat(successful)
                .hasSize(200)
                .allSatisfy(row -> assertThat(row.created()).isTrue());
        assertThat(successful.get(7).id()).isEqualTo(new SalesforceId(id(7)));
        assertThat(successful.get(7).row().get("KEY__C")).contains("key-7");
        assertThat(successful.get(7).row().get("Subject")).contains("two\nlines");
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().id()).isNull();
        assertThat(failed.getFirst().error().code()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(failed.getFirst().error().failureClass()).isEqualTo(FailureClass.FIX);
        assertThat(failed.getFirst().error().fields()).containsExactly("Name");
        assertThat(new IngestBalance(201, successful.size(), failed.size(), unprocessed.size()).balances())
                .isTrue();
        assertThat(new IngestBalance(202, successful.size(), failed.size(), unprocessed.size()).missing())
                .isEqualTo(1);
        assertThat(server.lines())
                .containsExactly(
                        "GET /services/data/v66.0/jobs/ingest/" + JOB + "/successfulResults/",
                        "GET /services/data/v66.0/jobs/ingest/" + JOB + "/failedResults/",
                        "GET /services/data/v66.0/jobs/ingest/" + JOB + "/unprocessedrecords/");
        assertThat(server.last().header("Accept")).isEqualTo("text/csv");
    }

    @ParameterizedTest
    @EnumSource
    void findsTheDelimiterInTheHeader(ColumnDelimiter delimiter) {
        var d = String.valueOf(delimiter.character());
        server.answers(
                200,
                String.join(d, "\"Key__c\"", "\"Who:Contact.Key__c\"") + "\n" + String.join(d, "\"k\"", "\"v\"")
                        + "\n");

        try (var rows = ingest.unprocessed(JOB)) {
            assertThat(rows.next().row().toMap()).containsEntry("Key__c", "k").containsEntry("Who:Contact.Key__c", "v");
        }
    }

    @Test
    void findsTheColumnsByNameWhereverTheyStand() {
        server.answers(200, "\"Key__c\",\"sf__Created\",\"sf__Id\"\n\"k\",\"false\",\"" + id(1) + "\"\n");

        try (var rows = ingest.successful(JOB)) {
            assertThat(rows.next().created()).isFalse();
        }
    }

    @Test
    void takesAnEmptyBodyForNoRows() {
        server.answers(200, "");

        try (var rows = ingest.unprocessed(JOB)) {
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void reportsADownloadThatBreaksOff() {
        server.cutsOff(200, "\"sf__Id\",\"sf__Created\",\"Key__c\"\n\"" + id(1) + "\",\"true\",\"k\"\n", 1000);

        var failure = catchThrowableOfType(SalesforceException.class, () -> {
            try (var rows = ingest.successful(JOB)) {
                rows.stream().toList();
            }
        });

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_ANSWER);
        assertThat(failure.retriable()).isTrue();
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    @Test
    void refusesResultsWithoutTheirColumns() {
        server.answers(200, "\"Key__c\"\n\"k\"\n");

        var failure = catchThrowableOfType(SalesforceException.class, () -> {
            try (var rows = ingest.failed(JOB)) {
                rows.next();
            }
        });

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
    }

    @Test
    void saysThatResultsOfAnUnknownJobAreGone() {
        server.answers(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"The requested resource does not exist\"}]");

        var failure = catchThrowableOfType(
                SalesforceException.class, () -> ingest.successful(JOB).close());

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(failure).hasMessageContaining("seven days");
    }

    private static <T> List<T> read(ResultRows<T> rows) {
        try (rows) {
            return rows.stream().toList();
        }
    }

    private static String id(int number) {
        return "500%012dAAA".formatted(number);
    }
}
