package dev.ferry.salesforce.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.salesforce.client.ClientUnderTest;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.RecordedServer;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordsIT {
    private static final String COLLECTION = "/services/data/v66.0/composite/sobjects";
    private static final SalesforceId CASE = new SalesforceId("500000000000001AAA");

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);
    private final Records records = it.client().records();

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void createsRecordsAndReadsRefusalsRowByRow() {
        server.answers(
                200,
                "[{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[]},"
                        + "{\"success\":false,\"errors\":[{\"statusCode\":\"DUPLICATE_VALUE\",\"message\":\"m\",\"fields\":[\"Key__c\"]}]}]");

        var results = records.create(List.of(record("Case", "Subject", "a"), record("Case", "Subject", "b")), false);

        assertThat(results)
                .containsExactly(
                        new SaveResult.Saved(CASE, true),
                        new SaveResult.Refused(List.of(new RecordError("DUPLICATE_VALUE", "m", List.of("Key__c")))));
        assertThat(server.last().line()).isEqualTo("POST " + COLLECTION);
        assertThat(server.last().body())
                .isEqualTo("{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Case\"},\"Subject\":\"a\"},"
                        + "{\"attributes\":{\"type\":\"Case\"},\"Subject\":\"b\"}]}");
        assertThat(server.last().header("Sforce-Auto-Assign")).isEqualTo("FALSE");
        assertThat(server.last().header("Content-Type")).startsWith("application/json");
    }

    @Test
    void tellsTheGuiltyRowFromThoseRolledBack() {
        server.answers(
                200,
                "[{\"success\":false,\"errors\":[{\"statusCode\":\"ALL_OR_NONE_OPERATION_ROLLED_BACK\",\"message\":\"m\",\"fields\":[]}]},"
                        + "{\"success\":false,\"errors\":[{\"statusCode\":\"MALFORMED_ID\",\"message\":\"m\",\"fields\":[]}]}]");

        var results = records.update(List.of(record("Case", "Id", CASE.value()), record("Case", "Id", "x")), true);

        assertThat(results)
                .extracting(result ->
                        ((SaveResult.Refused) result).errors().getFirst().code())
                .containsExactly("ALL_OR_NONE_OPERATION_ROLLED_BACK", "MALFORMED_ID");
        assertThat(server.last().line()).isEqualTo("PATCH " + COLLECTION);
        assertThat(server.last().body()).startsWith("{\"allOrNone\":true,");
    }

    @Test
    void tellsCreatedFromChangedInAnUpsert() {
        server.answers(
                200,
                "[{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[],\"created\":true}," + "{\"id\":\"" + CASE
                        + "\",\"success\":true,\"errors\":[],\"created\":false}]");

        assertThat(records.upsert(
                        "Key__c", List.of(record("Case", "Key__c", "a"), record("Case", "Key__c", "b")), false))
                .containsExactly(new SaveResult.Saved(CASE, true), new SaveResult.Saved(CASE, false));
        assertThat(server.last().line()).isEqualTo("PATCH " + COLLECTION + "/Case/Key__c");
    }

    @Test
    void deletesByIdsInTheUrl() {
        server.answers(200, "[{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[]}]");

        assertThat(records.delete(List.of(CASE), false)).containsExactly(new SaveResult.Saved(CASE, false));
        assertThat(server.last().line()).isEqualTo("DELETE " + COLLECTION + "?ids=" + CASE + "&allOrNone=false");
    }

    @Test
    void throwsWhenTheRequestAsAWholeIsRefused() {
        server.answers(400, "[{\"errorCode\":\"EXCEEDED_ID_LIMIT\",\"message\":\"m\"}]");

        var failure = catchThrowableOfType(
                SalesforceException.class, () -> records.create(List.of(record("Case", "Subject", "a")), false));

        assertThat(failure.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(failure.errors()).extracting(RecordError::code).containsExactly("EXCEEDED_ID_LIMIT");
    }

    @Test
    void doesNotGuessWhichResultBelongsToWhichRecord() {
        server.answers(200, "[{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[]}]");

        var failure = catchThrowableOfType(
                SalesforceException.class,
                () -> records.create(Collections.nCopies(2, record("Case", "Subject", "a")), false));

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
        assertThat(failure.outcomeUnknown()).isTrue();
    }

    @Test
    void createsANote() {
        server.answers(201, "{\"id\":\"069000000000001AAA\",\"success\":true,\"errors\":[]}");

        var result = records.createOne(record("ContentNote", "Title", "t"));

        assertThat(result).isEqualTo(new SaveResult.Saved(new SalesforceId("069000000000001AAA"), true));
        assertThat(server.last().line()).isEqualTo("POST /services/data/v66.0/sobjects/ContentNote");
        assertThat(server.last().body()).isEqualTo("{\"Title\":\"t\"}");
    }

    @Test
    void upsertsOneRecordByItsEncodedKey() {
        server.answers(201, "{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[],\"created\":true}")
                .answers(200, "{\"id\":\"" + CASE + "\",\"success\":true,\"errors\":[],\"created\":false}")
                .answers(
                        300,
                        "[\"/services/data/v66.0/sobjects/Case/500000000000001AAA\",\"/services/data/v66.0/sobjects/Case/500000000000002AAA\"]")
                .answers(400, "[{\"errorCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"m\",\"fields\":[\"Name\"]}]");
        var key = new ExternalKey("Key__c", "acme/case 1?");
        var record = record("Case", "Subject", "a");

        assertThat(records.upsertOne(key, record)).isEqualTo(new SaveResult.Saved(CASE, true));
        assertThat(records.upsertOne(key, record)).isEqualTo(new SaveResult.Saved(CASE, false));
        assertThat(records.upsertOne(key, record))
                .isEqualTo(new SaveResult.SeveralMatches(List.of(CASE, new SalesforceId("500000000000002AAA"))));
        assertThat(records.upsertOne(key, record))
                .isEqualTo(new SaveResult.Refused(
                        List.of(new RecordError("REQUIRED_FIELD_MISSING", "m", List.of("Name")))));
        assertThat(server.last().line())
                .isEqualTo("PATCH /services/data/v66.0/sobjects/Case/Key__c/acme%2Fcase%201%3F");
    }

    @Test
    void refusesCallsThatSalesforceWouldRefuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> records.create(List.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> records.create(Collections.nCopies(201, record("Case", "Subject", "a")), false));
        var mixed = IntStream.range(0, 12)
                .mapToObj(i -> record(i % 2 == 0 ? "Case" : "Task", "Subject", "a"))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> records.create(mixed, false));
        assertThatIllegalArgumentException().isThrownBy(() -> records.upsert("Key__c", mixed, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalKey("Key__c", " "));
        assertThat(server.requests()).isEmpty();
    }

    private static SObjectRecord record(String object, String field, String value) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put(field, value);
        return new SObjectRecord(object, fields);
    }
}
