package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rule 7: upsert, invisibility without contacts, one scroll, deletion after a while.
class CompaniesIT extends RunningWorkspace {

    private String company(String key) {
        return api.ok("/companies", "{\"company_id\":\"%s\",\"name\":\"%s\"}".formatted(key, key))
                .id();
    }

    private String attached(String key) {
        String id = company(key);
        attach(contact("joe@" + key), id);
        return id;
    }

    private IntercomApi.Answer attach(String contact, String company) {
        return api.post("/contacts/" + contact + "/companies", "{\"id\":\"" + company + "\"}");
    }

    @Test
    void createsOrUpdatesByCompanyId() {
        start();
        var created = api.ok("/companies", """
                {"company_id":"acme.example","name":"Acme","website":"https://acme.example","industry":"Manufacturing",
                 "size":85,"plan":"Enterprise","monthly_spend":1000.9,"remote_created_at":1374138000}""".replace("1000.9", "1000"));
        assertThat(created.id()).matches("[0-9a-f]{24}");
        assertThat(created.text("/plan/name")).isEqualTo("Enterprise");
        var again = api.ok("/companies", "{\"company_id\":\"acme.example\",\"name\":\"Acme Ltd\"}");
        assertThat(again.id()).isEqualTo(created.id());
        assertThat(again.text("/name")).isEqualTo("Acme Ltd");
        assertThat(again.text("/website")).isEqualTo("https://acme.example");
        assertThat(api.put("/companies/" + created.id(), "{\"company_id\":\"other.example\"}")
                        .error())
                .isEqualTo("400 bad_request");
        assertThat(api.post("/companies", "{\"name\":\"Nameless\"}").error()).isEqualTo("400 parameter_not_found");
        var unknown = api.post("/companies", "{\"company_id\":\"x\",\"test\":1}");
        assertThat(unknown.error()).isEqualTo("400 bad_request");
        assertThat(unknown.message()).isEqualTo("bad 'test' parameter");
    }

    @Test
    void hidesCompaniesUntilAContactIsAttached() {
        start();
        String id = company("acme.example");
        assertThat(api.get("/companies/" + id).text("/user_count")).isEqualTo("0");
        assertThat(api.get("/companies").text("/total_count")).isEqualTo("0");
        assertThat(api.ok("/companies/list", "").text("/total_count")).isEqualTo("0");
        assertThat(api.get("/companies?company_id=acme.example").error()).isEqualTo("404 company_not_found");
        String contact = contact("joe@acme.example");
        assertThat(attach(contact, id).text("/user_count")).isEqualTo("1");
        assertThat(attach(contact, id).text("/user_count")).isEqualTo("1");
        assertThat(api.get("/companies").text("/data/0/id")).isEqualTo(id);
        assertThat(api.get("/companies?company_id=acme.example").text("/data/0/id"))
                .isEqualTo(id);
        assertThat(api.get("/companies?name=acme.example").text("/data/0/id")).isEqualTo(id);
        assertThat(api.get("/contacts/" + contact + "/companies").text("/data/0/id"))
                .isEqualTo(id);
        assertThat(api.get("/companies/" + id + "/contacts").text("/data/0/id")).isEqualTo(contact);
        assertThat(api.delete("/contacts/" + contact + "/companies/" + id).text("/user_count"))
                .isEqualTo("0");
        assertThat(api.delete("/contacts/" + contact + "/companies/" + id).error())
                .isEqualTo("404 company_not_found");
    }

    @Test
    void refusesLinksThatCannotBe() {
        start(Map.of("perMinute", "100000", "workspacePerMinute", "100000"));
        String contact = contact("joe@acme.example");
        var missing = api.post("/contacts/" + contact + "/companies", "{}");
        assertThat(missing.error()).isEqualTo("400 parameter_not_found");
        assertThat(missing.message()).isEqualTo("company not specified");
        assertThat(attach(contact, "6762f0761bb69f9f2193bae2").error()).isEqualTo("404 company_not_found");
        for (int i = 0; i < 1_000; i++) {
            attach(contact, company("c" + i));
        }
        assertThat(attach(contact, company("last")).error()).isEqualTo("400 contact_company_limit_exceeded");
        var shown = api.get("/contacts/" + contact).json().path("companies");
        assertThat(shown.path("data")).hasSize(10);
        assertThat(shown.path("total_count").asInt()).isEqualTo(1_000);
        assertThat(shown.path("has_more").asBoolean()).isTrue();
    }

    @Test
    void pagesByNumberUpToALimit() {
        start();
        for (int i = 0; i < 4; i++) {
            attached("c" + i + ".example");
        }
        var first = api.get("/companies?per_page=3");
        assertThat(first.json().path("data")).hasSize(3);
        assertThat(first.text("/pages/total_pages")).isEqualTo("2");
        assertThat(api.get("/companies?per_page=3&page=2").json().path("data")).hasSize(1);
        assertThat(api.get("/companies?per_page=50&page=201").error()).isEqualTo("400 parameter_invalid");
    }

    @Test
    void hasOneScrollThatExpires() {
        start();
        for (int i = 0; i < 101; i++) {
            attached("c" + i + ".example");
        }
        var first = api.get("/companies/scroll");
        assertThat(first.json().path("data")).hasSize(100);
        assertThat(api.get("/companies/scroll").error()).isEqualTo("400 scroll_exists");
        String next = "/companies/scroll?scroll_param=" + first.text("/scroll_param");
        assertThat(api.get(next).json().path("data")).hasSize(1);
        assertThat(api.get(next).json().path("data")).isEmpty();
        assertThat(api.get(next).error()).isEqualTo("404 not_found");
        assertThat(api.get("/companies/scroll").status()).isEqualTo(200);
        advance("PT60S");
        assertThat(api.get("/companies/scroll").status()).isEqualTo(200);
    }

    @Test
    void deletesAfterAWhile() {
        start(Map.of("companyDeleteDelay", "PT2S"));
        String id = attached("acme.example");
        var deleted = api.delete("/companies/" + id);
        assertThat(deleted.text("/deleted")).isEqualTo("true");
        assertThat(deleted.text("/object")).isEqualTo("company");
        assertThat(api.get("/companies/" + id).text("/user_count")).isEqualTo("0");
        assertThat(api.delete("/companies/" + id).error()).isEqualTo("404 company_not_found");
        advance("PT2S");
        assertThat(api.get("/companies/" + id).error()).isEqualTo("404 company_not_found");
        assertThat(company("acme.example")).isNotEqualTo(id);
    }
}
