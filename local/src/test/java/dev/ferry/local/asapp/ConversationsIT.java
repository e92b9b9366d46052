package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsIT extends RunningTenant {
    private static final String ALL = "/conversation/v1/conversations";
    private static final String ONE = ALL + "/01JNC4Q8T3M2V7E9XK5R0ZB6YD";

    @BeforeEach
    void writeExport() {
        new ExportForTests(export()).file("api/conversations.jsonl", """
                        {"conversation":{"id":"01JOTHER","externalId":"case-é","customer":{"externalId":"c"}},"messages":[]}
                        {"conversation":{"id":"01JNC4Q8T3M2V7E9XK5R0ZB6YD","externalId":"case-1",\
                        "customer":{"externalId":"c1","name":"R."},"metadata":{"queue":"billing"}},"messages":[\
                        {"messageId":"01JB","text":"Two","sender":{"role":"system","externalId":null},\
                        "createdTimestamp":"2026-03-05T12:00:01.000Z","clientTimestamp":"2026-03-05T12:00:01.000Z"},\
                        {"messageId":"01JA","text":"One 😀","sender":{"role":"customer","externalId":"c1"},\
                        "createdTimestamp":"2026-03-05T11:00:00.000Z","clientTimestamp":"2026-03-05T10:59:59.000Z"}]}
                        """);
    }

    @Test
    void findsByExternalIdAndReadsById() {
        start();
        assertThat(client.get(ALL + "?externalId=case-1").body())
                .isEqualTo(
                        "{\"items\":[{\"id\":\"01JNC4Q8T3M2V7E9XK5R0ZB6YD\",\"externalId\":\"case-1\","
                                + "\"customer\":{\"externalId\":\"c1\",\"name\":\"R.\"},\"metadata\":{\"queue\":\"billing\"}}]}");
        assertThat(client.get(ONE).json().path("externalId").asText()).isEqualTo("case-1");
        assertThat(client.get(ALL + "?externalId=case-%C3%A9")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("01JOTHER");
        assertThat(client.get(ALL + "?externalId=nope").body()).isEqualTo("{\"items\":[]}");
        assertThat(client.get(ALL).code()).isEqualTo("400-01");
        assertThat(client.get(ALL + "/01JNONE").code()).isEqualTo("404-01");
        assertThat(client.get(ALL + "/lower").code()).isEqualTo("400-01");
        knobs("{\"unknownExternalId\":\"NOT_FOUND\"}");
        assertThat(client.get(ALL + "?externalId=nope").code()).isEqualTo("404-01");
    }

    @Test
    void showsMessagesInOrderAsTheyHappen() {
        start();
        assertThat(client.get(ONE + "/messages").json().path("items")).hasSize(1);
        time("{\"advance\":\"PT1S\"}");
        var messages = client.get("/conversation/v1/conversation/messages?externalId=case-1")
                .json()
                .path("items");
        assertThat(messages.findValuesAsText("messageId")).containsExactly("01JA", "01JB");
        assertThat(messages.at("/1/sender/externalId").isNull()).isTrue();
        assertThat(client.get(ONE + "/messages/01JA").json().path("text").asText())
                .isEqualTo("One 😀");
        assertThat(client.get(ONE + "/messages/01JX").code()).isEqualTo("404-01");
        time("{\"now\":\"2026-03-05T10:00:00Z\"}");
        assertThat(client.get(ONE).code()).isEqualTo("404-01");
    }

    @Test
    void keepsWhatClientsWriteOverARestart() {
        start();
        String head = "{\"externalId\":\"case-2\",\"customer\":{\"externalId\":\"c2\"}}";
        String id = client.send("POST", ALL, head).json().path("id").asText();
        assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(client.send("POST", ALL, head).json().path("id").asText()).isEqualTo(id);
        String message = "{\"text\":\"Hi\",\"sender\":{\"role\":\"agent\",\"externalId\":\"a\"},"
                + "\"timestamp\":\"2026-03-05T11:59:58.123456789012\"}";
        String batch = IntStream.range(0, 300).mapToObj(i -> message).collect(Collectors.joining(",", "[", "]"));
        assertThat(client.send("POST", ALL + "/" + id + "/messages", message).status())
                .isEqualTo(200);
        assertThat(client.send("POST", ALL + "/" + id + "/messages/batch", "{\"messages\":" + batch + "}")
                        .texts("ids"))
                .hasSize(300);
        assertThat(client.send(
                                "POST",
                                ALL + "/" + id + "/messages/batch",
                                "{\"messages\":[" + message + "," + batch.substring(1) + "}")
                        .code())
                .isEqualTo("400-01");
        start();
        var messages = client.get(ALL + "/" + id + "/messages").json().path("items");
        assertThat(messages).hasSize(301);
        assertThat(messages.at("/0/clientTimestamp").asText()).isEqualTo("2026-03-05T11:59:58.123Z");
        assertThat(messages.at("/0/createdTimestamp").asText()).isEqualTo("2026-03-05T12:00:00.000Z");
    }

    @Test
    void refusesWhatIsNotAMessage() {
        start();
        Map.of(
                        "{\"text\":\"\",\"sender\":{\"role\":\"agent\"}}", "400-01",
                        "{\"text\":\"x\"}", "400-01",
                        "{\"text\":\"x\",\"sender\":{\"role\":\"bot\"}}", "400-01",
                        "{\"text\":5,\"sender\":{\"role\":\"agent\"}}", "422-01",
                        "{\"text\":\"x\",\"sender\":{\"role\":\"agent\"},\"timestamp\":\"2026-03-05 11:00\"}", "400-03")
                .forEach((body, code) -> assertThat(
                                client.send("POST", ONE + "/messages", body).code())
                        .as(body)
                        .isEqualTo(code));
        knobs("{\"maxBodyBytes\":10}");
        assertThat(client.send("POST", ONE + "/messages", "{\"text\":\"longer\"}")
                        .code())
                .isEqualTo("413-01");
        assertThat(client.send("POST", ONE + "/authenticate", "{}").status()).isEqualTo(204);
    }
}
