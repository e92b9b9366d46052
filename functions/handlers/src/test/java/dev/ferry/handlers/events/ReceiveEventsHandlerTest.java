package dev.ferry.handlers.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.handlers.pipeline.StubContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiveEventsHandlerTest {
    private static final String EVENT = "{\"event_id\":\"one\"}";

    private final List<String> kept = new ArrayList<>();
    private final ReceiveEventsHandler handler = new ReceiveEventsHandler(
            line -> kept.add(new String(line.bytes(), StandardCharsets.UTF_8)),
            AllowedSender.of("CN=events.asapp.com"));

    @Test
    void keepsAnEventAsOneLineBeforeItAnswers() {
        assertThat(post("{\n\"event_id\":\r\n\"one\"}", "CN=events.asapp.com,O=ASAPP"))
                .isEqualTo(200);
        assertThat(kept).containsExactly("{ \"event_id\":  \"one\"}\n");
    }

    @Test
    void keepsWhatIsNoEventToo() {
        assertThat(post("not json", "CN=events.asapp.com")).isEqualTo(200);
        assertThat(kept).containsExactly("not json\n");
    }

    @Test
    void decodesABodyThatCameAsBase64() {
        String body = Base64.getEncoder().encodeToString(EVENT.getBytes(StandardCharsets.UTF_8));
        assertThat(answer(handler, new HttpEvent(body, true, from("CN=events.asapp.com"))))
                .isEqualTo(200);
        assertThat(kept).containsExactly(EVENT + "\n");
    }

    @Test
    void refusesASenderThatWasNotAgreedOn() {
        assertThat(post(EVENT, "CN=other.example.com")).isEqualTo(403);
        assertThat(post(EVENT, "CN=events.asapp.com.example.com")).isEqualTo(403);
        assertThat(post(EVENT, "O=\"CN=events.asapp.com\"")).isEqualTo(403);
        assertThat(post(EVENT, "no name")).isEqualTo(403);
        assertThat(answer(handler, new HttpEvent(EVENT, false, null))).isEqualTo(403);
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesAnEmptyBody() {
        assertThat(post(null, "CN=events.asapp.com")).isEqualTo(400);
        assertThat(post("", "CN=events.asapp.com")).isEqualTo(400);
    }

    @Test
    void asksForAnotherAttemptWhenItCouldNotKeepTheEvent() {
        ReceiveEventsHandler broken = new ReceiveEventsHandler(
                _ -> {
                    throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not keep an event");
                },
                AllowedSender.of("CN=events.asapp.com"));
        assertThat(answer(broken, new HttpEvent(EVENT, false, from("CN=events.asapp.com"))))
                .isEqualTo(503);
    }

    @Test
    void namesASettingThatIsNoPartOfAName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AllowedSender.of("events.asapp.com"))
                .withMessageContaining("EVENTS_CLIENT_SUBJECT");
    }

    private int post(@Nullable String body, String subject) {
        return answer(handler, new HttpEvent(body, false, from(subject)));
    }

    private static int answer(ReceiveEventsHandler handler, HttpEvent event) {
        return handler.handleRequest(event, new StubContext()).statusCode();
    }

    private static HttpEvent.RequestContext from(String subject) {
        return new HttpEvent.RequestContext(new HttpEvent.Authentication(new HttpEvent.ClientCert(subject)));
    }
}
