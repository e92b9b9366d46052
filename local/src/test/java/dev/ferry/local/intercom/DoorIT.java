package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.intercom.calls.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules 1 and 2: token, headers, versions.
class DoorIT extends RunningWorkspace {

    @Test
    void wantsATokenAndShowsNoLimitsWithoutOne() {
        start();
        for (String value : new String[] {"", "Bearer other", "Basic ferry-token"}) {
            var refused = api.with("Authorization", value).get("/me");
            assertThat(refused.error()).isEqualTo("401 unauthorized");
            assertThat(refused.message()).isEqualTo("Access Token Invalid");
            assertThat(refused.text("/type")).isEqualTo("error.list");
            assertThat(refused.text("/request_id")).isNotBlank();
            assertThat(refused.header("X-RateLimit-Limit")).isEmpty();
        }
        knobs("{\"tokensRevoked\":true}");
        assertThat(api.get("/me").status()).isEqualTo(401);
        assertThat(simulator.calls()).allMatch(call -> call.verdict() == Verdict.UNKNOWN_TOKEN && !call.done());
    }

    @Test
    void tellsWhoCallsAndWhichWorkspaceItIs() {
        start();
        var me = api.get("/me");
        assertThat(me.id()).isEqualTo(MIGRATION);
        assertThat(me.text("/app/id_code")).isEqualTo("ferry5x1");
        assertThat(me.text("/app/region")).isEqualTo("US");
        assertThat(me.text("/app/timezone")).isEqualTo("America/Los_Angeles");
        assertThat(api.get("/admins").json().path("admins").findValuesAsText("email"))
                .containsExactly("migration@ferry.example", "Ann@acme.example", "noel@acme.example");
        assertThat(api.get("/admins/" + SEATLESS).text("/has_inbox_seat")).isEqualTo("false");
        assertThat(api.get("/admins/1").error()).isEqualTo("404 admin_not_found");
        assertThat(api.get("/teams").json().path("teams")).hasSize(1);
        assertThat(api.get("/segments").json().path("segments")).hasSize(1);
    }

    @Test
    void wantsToBeToldThatJsonIsAcceptedAndSent() {
        start();
        assertThat(api.with("Accept", "").get("/me").error()).isEqualTo("406 media_type_not_acceptable");
        assertThat(api.with("Accept", "text/html").get("/me").status()).isEqualTo(406);
        assertThat(api.with("Accept", "text/html, */*;q=0.1").get("/me").status())
                .isEqualTo(200);
        assertThat(api.with("Content-Type", "text/plain")
                        .post("/tags", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(415);
        knobs("{\"acceptWildcard\":false}");
        assertThat(api.with("Accept", "*/*").get("/me").status()).isEqualTo(406);
        assertThat(api.with("Accept", "").get("/me").header("X-RateLimit-Limit"))
                .isPresent();
    }

    @Test
    void knowsTheVersionsAndWhatEachHas() {
        start();
        assertThat(api.with("Intercom-Version", "2.99").get("/me").error()).isEqualTo("400 intercom_version_invalid");
        assertThat(api.with("Intercom-Version", "Unstable").get("/me").status()).isEqualTo(200);
        var old = api.with("Intercom-Version", "2.15");
        var missing = old.get("/conversations/attributes");
        assertThat(missing.error()).isEqualTo("400 intercom_version_invalid");
        assertThat(missing.message()).isEqualTo("Requested resource is not available in current API version.");
        assertThat(old.get("/conversations/deleted").error()).isEqualTo("400 intercom_version_invalid");
        assertThat(api.post("/contacts/bulk", "{\"contacts\":[]}").error()).isEqualTo("400 intercom_version_invalid");
        // Without the header the version counts that is set on the app: 2.14.
        assertThat(api.with("Intercom-Version", "")
                        .get("/conversations/attributes")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ignoresFieldsThatTheVersionDoesNotHave() {
        start();
        String id = conversation(contact("joe@acme.example"));
        var old = api.with("Intercom-Version", "2.12");
        assertThat(old.put("/conversations/" + id, "{\"title\":\"Refund\"}")
                        .json()
                        .path("title")
                        .isNull())
                .isTrue();
        var newer = api.with("Intercom-Version", "2.14");
        IntercomApi.checked(newer.post("/conversations/" + id + "/reply", comment("Hello")));
        assertThat(simulator.notifications())
                .singleElement()
                .satisfies(one -> assertThat(one.path("kind").asText()).isEqualTo("admin_comment"));
    }

    @Test
    void answersForPathsAndBodiesThatAreWrong() {
        start();
        assertThat(api.get("/nothing").error()).isEqualTo("404 not_found");
        assertThat(api.delete("/tags").error()).isEqualTo("404 not_found");
        assertThat(api.get("/articles").error()).isEqualTo("501 not_simulated");
        assertThat(api.post("/tags", "{\"name\":").error()).isEqualTo("400 parameter_invalid");
        assertThat(api.post("/tags", "[1]").error()).isEqualTo("400 parameter_invalid");
        assertThat(api.post("/contacts", "{\"email\":7}").error()).isEqualTo("400 type_mismatch");
        start(Map.of("maxBodyBytes", "10"));
        assertThat(api.post("/tags", "{\"name\":\"something\"}").status()).isEqualTo(413);
    }
}
