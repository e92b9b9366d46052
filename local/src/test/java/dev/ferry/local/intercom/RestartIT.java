package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rule 20: everything survives, a reset empties.
class RestartIT extends RunningWorkspace {

    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String object : simulator.objects()) {
            simulator
                    .dump(object)
                    .forEachRemaining(one -> all.add(
                            object + " " + one.toString().replaceAll("127\\.0\\.0\\.1:\\d+|signature=\\w+", "")));
        }
        return all;
    }

    @Test
    void comesUpAsItWasLeftAlsoAfterATornLine() throws IOException {
        start();
        String contact = contact("joe@acme.example");
        String company = api.ok("/companies", "{\"company_id\":\"acme.example\",\"name\":\"Acme\"}")
                .id();
        api.ok("/contacts/" + contact + "/companies", "{\"id\":\"" + company + "\"}");
        String id = conversation(contact);
        api.ok("/conversations/" + id + "/reply", comment("Hi").replace("true", "false"));
        api.ok("/conversations/attributes", "{\"name\":\"asapp_id\",\"data_type\":\"string\"}");
        String tag = api.ok("/tags", "{\"name\":\"VIP\"}").id();
        api.ok("/conversations/" + id + "/tags", "{\"id\":\"%s\",\"admin_id\":\"%s\"}".formatted(tag, ANN));
        IntercomApi.checked(api.delete("/conversations/" + conversation(contact)));
        List<String> before = everything();
        stop();
        Files.writeString(
                directory.resolve("state").resolve("journal.jsonl"),
                "{\"k\":\"edit\",\"n\":9,\"put\":[[\"TAG\"",
                StandardOpenOption.APPEND);
        start();
        assertThat(everything()).isEqualTo(before);
        assertThat(simulator.notifications()).hasSize(1);
        assertThat(simulator.usage().done("POST /conversations")).isEqualTo(2);
        assertThat(conversation(contact)).isNotEqualTo(id);
        assertThat(api.post("/contacts", "{\"role\":\"user\",\"email\":\"joe@acme.example\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.ok("/tags", "{\"name\":\"vip\"}").id()).isEqualTo(tag);
    }

    @Test
    void isEmptyAfterAReset() {
        start();
        List<String> fresh = everything();
        contact("joe@acme.example");
        IntercomApi.checked(api.post("/sim/v1/reset", ""));
        assertThat(everything()).isEqualTo(fresh);
        start();
        assertThat(everything()).isEqualTo(fresh);
        assertThat(api.get("/sim/v1/dump/Contact").body()).isEmpty();
        assertThat(api.get("/sim/v1/dump/Admin").body().lines()).hasSize(3);
        assertThat(api.get("/sim/v1/calls").body().lines()).hasSize(1);
        assertThat(api.get("/sim/v1/calls?after=1").body()).isEmpty();
    }
}
