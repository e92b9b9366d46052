package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import dev.ferry.intercom.client.AccessToken;
import dev.ferry.intercom.client.Attributes;
import dev.ferry.intercom.client.Conversations;
import dev.ferry.intercom.client.IntercomClient;
import dev.ferry.intercom.client.IntercomConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The product's own client works against the workspace as it would against Intercom, and every request that it
/// sends is one that the official description describes.
@NullUnmarked
class ProductClientIT extends RunningWorkspace {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final AtomicInteger announced = new AtomicInteger();
    private HttpClient http;

    @BeforeEach
    void openClient() {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void closeClient() {
        http.close();
    }

    private IntercomClient product() {
        IntercomConfig config =
                IntercomConfig.of(simulator.endpoint(), new AccessToken("ferry-token", "v1"), IntercomConfig.VERSION);
        return new IntercomClient(
                config,
                new IntercomClient.Surroundings(
                        http, new Unmetered(), wait -> advance(wait.toString()), announced::set));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsTheWorkspaceAndMakesAttributesAndTags() {
        start(Map.of("perMinute", "1000"));
        IntercomClient product = product();
        assertThat(product.workspace().me().path("id").asText()).isEqualTo(MIGRATION);
        assertThat(announced).hasValue(167);
        assertThat(product.windowLeft()).isLessThan(product.windowLimit()).isNotNegative();
        assertThat(product.workspace().admins()).hasSize(3);
        assertThat(product.workspace().ticketTypes()).hasSize(1);
        Attributes attributes = product.attributes();
        String tier = attributes
                .createForPeople("contact", new Attributes.Definition("asapp_tier", "options", "x", List.of("a", "b")))
                .path("id")
                .asText();
        attributes.archiveForPeople(tier);
        assertThat(attributes.ofPeople("contact"))
                .filteredOn(one -> one.path("name").asText().equals("asapp_tier"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("archived").asBoolean()).isTrue());
        for (String type : List.of("string", "integer", "decimal", "boolean", "datetime")) {
            attributes.createForConversations(new Attributes.Definition("asapp_" + type, type, "x", List.of()));
        }
        String list = attributes
                .createForConversations(new Attributes.Definition("asapp_list", "list", "x", List.of("a", "b")))
                .path("id")
                .asText();
        attributes.archiveForConversations(list);
        assertThat(attributes.ofConversations()).hasSize(6);
        String tag = product.tags().create("VIP").path("id").asText();
        assertThat(product.tags().all()).hasSize(1);
        product.tags().delete(tag);
        assertThat(product.tags().all()).isEmpty();
    }

    @Test
    void keepsContactsAndCompanies() {
        start(Map.of("indexDelay", "PT0S"));
        IntercomClient product = product();
        String company = product.companies()
                .put(json("{'company_id':'acme.example','name':'Acme','website':'https://acme.example'}"))
                .path("id")
                .asText();
        String joe = product.contacts()
                .create(json("{'role':'user','email':'joe@acme.example','external_id':'asapp:1','signed_up_at':1}"))
                .path("id")
                .asText();
        product.contacts().attach(joe, company);
        product.contacts().update(joe, json("{'name':'Joe'}"));
        assertThat(product.contacts().having("email", List.of("JOE@acme.example")))
                .hasSize(1);
        assertThat(product.contacts().all()).hasSize(1);
        assertThat(product.companies().all()).hasSize(1);
        assertThat(product.companies().listed()).hasSize(1);
        product.contacts().detach(joe, company);
        product.contacts().archive(joe);
        assertThat(product.contacts().find(joe)).isEmpty();
        product.contacts().unarchive(joe);
        assertThat(product.contacts().find(joe)).isPresent();
        product.contacts().delete(joe);
        product.companies().delete(company);
        assertThat(product.companies().find(company)).isEmpty();
    }

    @Test
    void carriesAConversationThroughItsLifeAlsoWhileThingsLag() {
        start(Map.of("messagingDelay", "PT3S", "conversationDelay", "PT0S", "repliesPerConversation", "2"));
        IntercomClient product = product();
        String joe = product.contacts()
                .create(json("{'role':'user','email':'joe@acme.example'}"))
                .path("id")
                .asText();
        Conversations conversations = product.conversations();
        String id = conversations.create(
                json("{'from':{'type':'user','id':'%s'},'body':'Hello','created_at':1671028894}".formatted(joe)));
        assertThat(conversations.of(joe, 1_671_028_894)).hasSize(1);
        for (int i = 0; i < 5; i++) {
            conversations.reply(id, json(comment("Hi " + i)));
        }
        conversations.update(id, json("{'title':'Refund','read':true}"));
        String tag = product.tags().create("VIP").path("id").asText();
        conversations.tag(id, tag, MIGRATION);
        conversations.untag(id, tag, MIGRATION);
        conversations.assign(id, MIGRATION, ANN);
        conversations.close(id, MIGRATION);
        conversations.open(id, MIGRATION);
        assertThat(conversations.withIds(List.of(id, "1"))).hasSize(1);
        assertThat(conversations.find(id).orElseThrow().at("/conversation_parts/conversation_parts"))
                .hasSize(8);
        String type = product.workspace().ticketTypes().getFirst().path("id").asText();
        conversations.convert(id, json("{'ticket_type_id':'%s'}".formatted(type)));
        conversations.delete(id);
        assertThat(conversations.deleted()).hasSize(1);
        assertThat(simulator.notifications()).isEmpty();
    }

    /// A budget that lets everything go.
    private record Unmetered() implements RequestBudget {
        @Override
        public Turn take(Purpose purpose) {
            return new Turn.Go(new Slot(Instant.EPOCH, LocalDate.EPOCH, 0));
        }

        @Override
        public void accepted(Slot slot) {}

        @Override
        public void throttled(Slot slot) {}

        @Override
        public void keyRefused(Slot slot, String reason) {}
    }
}
