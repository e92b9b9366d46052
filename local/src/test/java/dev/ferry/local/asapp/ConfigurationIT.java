package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationIT extends RunningTenant {
    private static final String FIELDS = "/configuration/v1/structured-data-fields";
    private static final String WORDS = "/configuration/v1/custom-vocabularies";

    @BeforeEach
    void writeExport() {
        String fields = IntStream.range(0, 25)
                .mapToObj(i -> "{\"id\":\"q_%02d\",\"active\":%s}".formatted(i, i % 2 == 0))
                .collect(Collectors.joining(",", "{\"structuredDataFields\":[", "]}"));
        new ExportForTests(export())
                .file("config/structured-data-fields.json", fields)
                .file("config/segments.json", "{\"segments\":[{\"id\":\"GLOBAL\",\"name\":\"Global\"}]}")
                .file(
                        "config/redaction-entities.json",
                        "{\"redactionEntities\":[{\"id\":\"SSN\",\"description\":\"d\",\"policies\":{\"voice\":false}}]}")
                .file(
                        "config/canned-responses.json",
                        "{\"globals\":{\"responsesList\":[{\"id\":\"r1\",\"title\":\"Hello\",\"text\":\"Hi\","
                                + "\"folderId\":\"__root\"},{\"id\":\"r2\",\"title\":\"Bye\",\"text\":\"Bye\",\"folderId\":\"f\"}],"
                                + "\"folderList\":[{\"id\":\"f\",\"parentFolderId\":\"__root\",\"name\":\"F\"}],"
                                + "\"version\":{\"id\":\"v\"}},\"customs\":{\"a1\":[{\"id\":\"c1\"}]}}")
                .file("config/knowledge-base.json", "{\"articles\":[{\"id\":\"k1\",\"title\":\"T\"}]}");
    }

    @Test
    void pagesByAnOpaqueCursor() {
        start();
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            var page = client.get(FIELDS + "?limit=10&cursor=" + next).json();
            ids.addAll(page.path("structuredDataFields").findValuesAsText("id"));
            next = page.path("nextCursor").asText("");
            assertThat(page.has("prevCursor")).isTrue();
        } while (!next.isEmpty() && !next.equals("null"));
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        assertThat(client.get(FIELDS).json().path("structuredDataFields")).hasSize(20);
        assertThat(client.get(FIELDS + "?limit=101").code()).isEqualTo("400-01");
        assertThat(client.get(FIELDS + "?cursor=nope").code()).isEqualTo("400-01");
        assertThat(client.get(FIELDS + "?active=true&limit=100").json().path("structuredDataFields"))
                .hasSize(13);
    }

    @Test
    void spellsAMissingCursorAsPrintedUnlessToldOtherwise() {
        start();
        assertThat(client.get(FIELDS + "?limit=100").body()).contains("\"nextCursor\":null,\"prevCursor\":null");
        assertThat(client.get("/configuration/v1/segments").body()).contains("\"nextCursor\":\"\",\"prevCursor\":\"\"");
        knobs("{\"missingCursor\":\"EMPTY\"}");
        assertThat(client.get(FIELDS + "?limit=100").body()).contains("\"nextCursor\":\"\"");
    }

    @Test
    void changesItemsByTheVerbsOfTheirCategoryAndKeepsThem() {
        start();
        String field =
                "{\"id\":\"e_new\",\"name\":\"New\",\"categoryId\":\"CUSTOM\",\"type\":\"ENTITY\",\"active\":true,"
                        + "\"entity\":{\"name\":\"n\",\"description\":\"d\",\"examples\":[]}}";
        assertThat(client.send("POST", FIELDS, field).status()).isEqualTo(201);
        assertThat(client.send("POST", FIELDS, field).code()).isEqualTo("409-01");
        assertThat(client.send("POST", FIELDS, field.replace("e_new", "q_new")).code())
                .isEqualTo("400-01");
        assertThat(client.send("PATCH", FIELDS + "/e_new", "{}").code()).isEqualTo("404-01");
        assertThat(client.send("DELETE", FIELDS + "/q_00", "").status()).isEqualTo(204);
        assertThat(client.send("PATCH", "/configuration/v1/redaction-entities/SSN", "{\"description\":\"x\"}")
                        .json()
                        .path("policies")
                        .has("voice"))
                .isTrue();
        assertThat(client.send("DELETE", "/configuration/v1/redaction-entities/SSN", "")
                        .code())
                .isEqualTo("404-01");
        start();
        assertThat(client.get(FIELDS + "/e_new").json().path("name").asText()).isEqualTo("New");
        assertThat(client.get(FIELDS + "/q_00").code()).isEqualTo("404-01");
    }

    @Test
    void refusesTwoChangesAtOnceWhereOneIsAllowed() throws Exception {
        start(Map.of("slowConfigMs", "1000"));
        List<Integer> statuses = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, 2)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    String word = "{\"id\":\"w%d\",\"phrase\":\"p\",\"soundsLike\":[]}".formatted(i);
                    int status = client.send("POST", WORDS, word).status();
                    synchronized (statuses) {
                        statuses.add(status);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void listsCannedResponsesByFolderTermAndPage() {
        start();
        String globals = "/autocompose/v1/responses/globals";
        var all = client.get(globals).json();
        assertThat(all.at("/responses/responsesList")).hasSize(2);
        assertThat(all.at("/responses/pageToken").asText()).isEmpty();
        assertThat(all.at("/version/id").asText()).isEqualTo("v");
        assertThat(client.get(globals + "?folderId=f")
                        .json()
                        .at("/responses/responsesList/0/id")
                        .asText())
                .isEqualTo("r2");
        assertThat(client.get(globals + "?searchTerm=HELLO").json().at("/responses/responsesList"))
                .hasSize(1);
        var page = client.get(globals + "?maxPerPage=2").json();
        String token = page.at("/responses/pageToken").asText();
        assertThat(client.get(globals + "?maxPerPage=2&pageToken=" + token)
                        .json()
                        .at("/responses/responsesList/0/id")
                        .asText())
                .isEqualTo("r2");
        assertThat(client.get("/autocompose/v1/responses/customs").code()).isEqualTo("400-01");
        assertThat(client.get("/autocompose/v1/responses/customs?agentId=a1").body())
                .isEqualTo(
                        "{\"responses\":{\"responsesList\":[{\"id\":\"c1\"}],\"folderList\":[],\"pageToken\":\"\"}}");
        assertThat(client.get("/knowledge-base/v1/articles/k1")
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("T");
        assertThat(client.get("/knowledge-base/v1/articles").code()).isEqualTo("404-01");
    }
}
