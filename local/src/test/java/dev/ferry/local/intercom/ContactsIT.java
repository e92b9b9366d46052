package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.intercom.calls.CallRecord;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Rules 5 and 6: search lag, uniqueness, archive, merge, deletion.
class ContactsIT extends RunningWorkspace {

    @Test
    void createsReadsAndUpdates() {
        start();
        var created = api.ok("/contacts", """
                {"role":"user","external_id":"asapp:7731","email":"joe@acme.example","phone":"+353871234567","name":"Joe",
                 "signed_up_at":1571672154,"owner_id":"%s","unsubscribed_from_emails":false}""".formatted(ANN));
        assertThat(created.id()).matches("[0-9a-f]{24}");
        assertThat(created.text("/workspace_id")).isEqualTo("ferry5x1");
        assertThat(api.get("/contacts/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/contacts/find_by_external_id/asapp:7731").id()).isEqualTo(created.id());
        var updated = api.put("/contacts/" + created.id(), "{\"name\":\"Joseph\"}");
        assertThat(updated.text("/name")).isEqualTo("Joseph");
        assertThat(updated.text("/email")).isEqualTo("joe@acme.example");
        assertThat(api.put("/contacts/5da6f18e3d7cf967e4582d05", "{\"name\":\"x\"}")
                        .error())
                .isEqualTo("404 not_found");
    }

    @Test
    void refusesWhatIsWrongWithAContact() {
        start();
        assertThat(api.post("/contacts", "{}").error()).isEqualTo("400 parameter_not_found");
        assertThat(api.post("/contacts", "{\"role\":\"user\"}").error()).isEqualTo("400 parameter_not_found");
        assertThat(api.post("/contacts", "{\"role\":\"robot\",\"email\":\"a@b.example\"}")
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.post("/contacts", "{\"external_id\":\"1\",\"email_verified\":true}")
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.post("/contacts", "{\"email\":\"a@b.example\",\"owner_id\":\"1\"}")
                        .message())
                .isEqualTo("The owner specified is not a member of the workspace");
        assertThat(api.post("/contacts", "{\"email\":\"a@b.example\",\"created_at\":1}")
                        .error())
                .isEqualTo("400 parameter_invalid");
        knobs("{\"phoneValidation\":true}");
        assertThat(api.post("/contacts", "{\"email\":\"a@b.example\",\"phone\":\"5551234\"}")
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.post("/contacts", "{\"email\":\"a@b.example\",\"phone\":\"+15551234567\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answers409ForALiveTwinByAddressOrExternalId() {
        start();
        String id = api.ok("/contacts", "{\"role\":\"user\",\"email\":\"joe@acme.example\",\"external_id\":\"7\"}")
                .id();
        var byAddress = api.post("/contacts", "{\"role\":\"user\",\"email\":\"JOE@Acme.Example\"}");
        assertThat(byAddress.error()).isEqualTo("409 conflict");
        assertThat(byAddress.message()).isEqualTo("A contact matching those details already exists with id=" + id);
        assertThat(api.post("/contacts", "{\"role\":\"user\",\"external_id\":\"7\"}")
                        .error())
                .isEqualTo("409 conflict");
        String other = contact("ann@acme.example");
        assertThat(api.put("/contacts/" + other, "{\"external_id\":\"7\"}").error())
                .isEqualTo("409 conflict");
    }

    @Test
    void makesOneContactOfEightThatAreMadeAtOnce() {
        start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> api.post("/contacts", "{\"role\":\"user\",\"email\":\"joe@acme.example\"}"));
            }
        }
        assertThat(simulator.calls())
                .extracting(CallRecord::status)
                .containsOnlyOnce(200)
                .hasSize(8);
        assertThat(api.get("/contacts").text("/total_count")).isEqualTo("1");
    }

    @Test
    void letsLeadsBeAlike() {
        start();
        contact("joe@acme.example");
        for (int i = 0; i < 2; i++) {
            assertThat(api.post("/contacts", "{\"role\":\"lead\",\"email\":\"joe@acme.example\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(api.post("/contacts", "{\"role\":\"lead\"}").status()).isEqualTo(200);
    }

    @Test
    void answers409ForAnArchivedTwinThatCanBeRestored() {
        start();
        String id = contact("joe@acme.example");
        assertThat(api.ok("/contacts/" + id + "/archive", "").text("/archived")).isEqualTo("true");
        assertThat(api.get("/contacts/" + id).error()).isEqualTo("404 not_found");
        assertThat(api.put("/contacts/" + id, "{\"name\":\"Joe\"}").error()).isEqualTo("404 not_found");
        var twin = api.post("/contacts", "{\"role\":\"user\",\"email\":\"joe@acme.example\"}");
        assertThat(twin.error()).isEqualTo("409 conflict");
        assertThat(twin.message()).isEqualTo("An archived contact matching those details already exists with id=" + id);
        assertThat(api.ok("/contacts/" + id + "/unarchive", "").text("/archived"))
                .isEqualTo("false");
        assertThat(api.put("/contacts/" + id, "{\"name\":\"Joe\"}").status()).isEqualTo(200);
    }

    @Test
    void hasArchivedContactsThatCannotBeRestored() {
        start();
        String merged = contact("joe@acme.example");
        String blocked = contact("ann@acme.example");
        IntercomApi.checked(api.post("/sim/v1/contacts/" + merged + "/unrestorable", "{\"why\":\"merged\"}"));
        assertThat(api.ok("/contacts/" + blocked + "/block", "").text("/blocked"))
                .isEqualTo("true");
        var refused = api.post("/contacts/" + merged + "/unarchive", "");
        assertThat(refused.error()).isEqualTo("400 bad_request");
        assertThat(refused.message()).isEqualTo("User has been merged and is not restorable.");
        assertThat(api.post("/contacts/" + blocked + "/unarchive", "").error()).isEqualTo("400 not_restorable");
        assertThat(api.post("/contacts", "{\"role\":\"user\",\"email\":\"joe@acme.example\"}")
                        .error())
                .isEqualTo("409 conflict");
    }

    @Test
    void mergesALeadIntoAUserForGood() {
        start();
        String user = contact("joe@acme.example");
        String lead = api.ok("/contacts", "{\"role\":\"lead\",\"email\":\"joe@acme.example\"}")
                .id();
        String stranger = api.ok("/contacts", "{\"role\":\"lead\",\"email\":\"x@y.example\"}")
                .id();
        String conversation = conversation(lead);
        assertThat(api.post("/contacts/merge", merge(stranger, user, "")).error())
                .isEqualTo("400 invalid_merge");
        assertThat(api.post("/contacts/merge", merge(user, lead, "")).error()).isEqualTo("400 invalid_merge");
        assertThat(api.ok("/contacts/merge", merge(lead, user, "")).id()).isEqualTo(user);
        assertThat(api.ok("/contacts/merge", merge(stranger, user, ",\"skip_duplicate_validation\":true"))
                        .status())
                .isEqualTo(200);
        var gone = api.get("/contacts/" + lead);
        assertThat(gone.error()).isEqualTo("410 contact_merged");
        assertThat(gone.header("Link")).contains("</contacts/" + user + ">; rel=\"canonical\"");
        assertThat(api.get("/conversations/" + conversation).text("/contacts/contacts/0/id"))
                .isEqualTo(user);
    }

    private static String merge(String from, String into, String more) {
        return "{\"from\":\"%s\",\"into\":\"%s\"%s}".formatted(from, into, more);
    }

    @Test
    void deletesForGood() {
        start();
        String id = contact("joe@acme.example");
        assertThat(api.delete("/contacts/" + id).text("/deleted")).isEqualTo("true");
        assertThat(api.delete("/contacts/" + id).error()).isEqualTo("404 not_found");
        assertThat(contact("joe@acme.example")).isNotEqualTo(id);
    }

    @Test
    void showsANewContactInSearchesOnlyAfterAWhile() {
        start(Map.of("indexDelay", "PT3S"));
        String id = contact("joe@acme.example");
        String search = "{\"query\":{\"field\":\"email\",\"operator\":\"=\",\"value\":\"JOE@acme.example\"}}";
        assertThat(api.ok("/contacts/search", search).text("/total_count")).isEqualTo("0");
        assertThat(api.get("/contacts/" + id).status()).isEqualTo(200);
        advance("PT3S");
        assertThat(api.ok("/contacts/search", search).text("/data/0/id")).isEqualTo(id);
    }

    @Test
    void keepsNotesAndTags() {
        start();
        String id = contact("joe@acme.example");
        String tag = api.ok("/tags", "{\"name\":\"VIP\"}").id();
        assertThat(api.ok("/contacts/" + id + "/tags", "{\"id\":\"" + tag + "\"}")
                        .text("/name"))
                .isEqualTo("VIP");
        assertThat(api.get("/contacts/" + id + "/tags").text("/data/0/id")).isEqualTo(tag);
        var note = api.ok("/contacts/" + id + "/notes", "{\"body\":\"Hello\",\"admin_id\":\"" + ANN + "\"}");
        assertThat(note.text("/body")).isEqualTo("<p>Hello</p>");
        assertThat(api.get("/contacts/" + id + "/notes").text("/total_count")).isEqualTo("1");
        assertThat(api.get("/notes/" + note.id()).text("/contact/id")).isEqualTo(id);
        assertThat(api.get("/contacts/" + id).text("/notes/total_count")).isEqualTo("1");
        assertThat(api.delete("/contacts/" + id + "/tags/" + tag).status()).isEqualTo(200);
        assertThat(api.delete("/contacts/" + id + "/tags/" + tag).error()).isEqualTo("404 not_found");
        assertThat(api.post("/contacts/" + id + "/notes", "{\"body\":\"Hello\",\"admin_id\":\"1\"}")
                        .error())
                .isEqualTo("404 not_found");
    }
}
