package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rule 18: bulk jobs of the preview.
class BulkIT extends RunningWorkspace {

    private IntercomApi preview() {
        return api.with("Intercom-Version", "Preview");
    }

    @Test
    void makesContactsLaterAndDoesNotSayWhichFailed() {
        start(Map.of("jobDelay", "PT2S"));
        String tag = api.ok("/tags", "{\"name\":\"VIP\"}").id();
        contact("joe@acme.example");
        var job = preview().post("/contacts/bulk", """
                {"contacts":[{"role":"user","email":"ann@acme.example","external_id":"2","unknown":1,
                  "companies":[{"company_id":"acme.example","name":"Acme"}],"tags":{"add":[{"id":"%s"},{"id":"1"}]}},
                 {"role":"user","email":"JOE@acme.example"}]}""".formatted(tag));
        assertThat(job.status()).isEqualTo(202);
        assertThat(job.text("/state")).isEqualTo("pending");
        assertThat(job.text("/tasks/0/item_count")).isEqualTo("2");
        String more = "{\"contacts\":[{\"role\":\"user\",\"email\":\"bob@acme.example\"}],\"job\":{\"id\":\"%s\"}}"
                .formatted(job.id());
        assertThat(preview().post("/contacts/bulk", more).json().path("tasks")).hasSize(2);
        advance("PT1S");
        assertThat(preview().get("/contacts/bulk/" + job.id()).text("/state")).isEqualTo("running");
        assertThat(api.get("/contacts").text("/total_count")).isEqualTo("1");
        start();
        advance("PT1S");
        var over = preview().get("/contacts/bulk/" + job.id());
        assertThat(over.text("/state")).isEqualTo("completed_with_errors");
        assertThat(over.body()).doesNotContain("acme.example");
        assertThat(api.get("/contacts").text("/total_count")).isEqualTo("3");
        var ann = api.get("/contacts/find_by_external_id/2");
        assertThat(ann.text("/companies/total_count")).isEqualTo("1");
        assertThat(ann.text("/tags/total_count")).isEqualTo("1");
        assertThat(preview().post("/contacts/bulk", more).error()).isEqualTo("403 forbidden");
    }

    @Test
    void updatesUpsertsAndDeletes() {
        start();
        String joe = contact("joe@acme.example");
        preview()
                .put(
                        "/contacts/bulk",
                        "{\"contacts\":[{\"id\":\"%s\",\"name\":\"Joe\",\"companies\":[{\"company_id\":\"acme.example\"}]}]}"
                                .formatted(joe));
        assertThat(api.get("/contacts/" + joe).text("/name")).isEqualTo("Joe");
        preview().post("/companies/bulk", "{\"companies\":[{\"company_id\":\"acme.example\",\"name\":\"Acme\"}]}");
        String company = api.get("/contacts/" + joe + "/companies").text("/data/0/id");
        assertThat(api.get("/companies/" + company).text("/name")).isEqualTo("Acme");
        preview().post("/companies/bulk/delete", "{\"companies\":[{\"id\":\"%s\"}]}".formatted(company));
        assertThat(api.get("/companies/" + company).error()).isEqualTo("404 company_not_found");
        preview().post("/contacts/bulk/delete", "{\"contacts\":[{\"id\":\"%s\"}]}".formatted(joe));
        assertThat(api.get("/contacts/" + joe).error()).isEqualTo("404 not_found");
    }

    @Test
    void refusesTooManyItemsAndUnknownAttributes() {
        start();
        String items = IntStream.range(0, 101)
                .mapToObj(i -> "{\"role\":\"user\",\"external_id\":\"%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        var refused = preview().post("/contacts/bulk", "{\"contacts\":[" + items + "]}");
        assertThat(refused.error()).isEqualTo("422 parameter_invalid");
        assertThat(refused.message()).isEqualTo("maximum number of contacts per request is 100");
        assertThat(preview()
                        .post("/contacts/bulk", "{\"contacts\":[{\"custom_attributes\":{\"x\":1}}]}")
                        .error())
                .isEqualTo("422 field_not_found");
        assertThat(preview().get("/contacts/bulk/1").error()).isEqualTo("404 job_not_found");
    }
}
