package dev.ferry.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.cli.DemoRun;
import dev.ferry.cli.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs `ferry demo --target intercom` twice over the sample export and compares what the simulated workspace holds
/// with the truth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntercomTruthIT {
    private Path work = Path.of(".");
    private Truth truth = new Truth(Path.of("."));
    private List<String> secondRun = List.of();

    @BeforeAll
    void migrate(@TempDir Path directory) {
        work = directory;
        Path tree = Path.of(System.getProperty("ferry.root", ".."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "skipped: the sample export with its truth is not here");
        truth = new Truth(tree);
        DemoRun demo = new DemoRun(work);
        int code = demo.run("--export", tree.toString(), "--target", "intercom");
        assertThat(code).as(demo.output()).isEqualTo(ExitCode.FINISHED_WITH_REJECTS.code());
        assertThat(demo.output()).contains("books   balanced");
        DemoRun again = new DemoRun(work);
        assertThat(again.run("--export", tree.toString(), "--target", "intercom"))
                .as(again.output())
                .isEqualTo(code);
        List<String> all = again.requests();
        int before = demo.requests().size();
        secondRun = all.size() > before ? all.subList(before, all.size()) : all;
    }

    private List<JsonNode> held(String object) {
        return JsonFile.lines(work.resolve("target").resolve(object + ".jsonl"));
    }

    private Map<String, JsonNode> conversations() {
        return held("Conversation").stream()
                .collect(Collectors.toMap(
                        one -> JsonFile.required(one.path("custom_attributes"), "asapp_conversation_id"), one -> one));
    }

    private JsonNode of(Map<String, JsonNode> held, JsonNode conversation) {
        return Objects.requireNonNull(held.get(JsonFile.required(conversation, "id")));
    }

    @Test
    void nothingLeftForACustomer() {
        assertThat(held("Notification")).isEmpty();
    }

    @Test
    void aSecondRunMakesNothing() {
        assertThat(secondRun)
                .isNotEmpty()
                .noneMatch(call -> call.matches(
                        "POST /(conversations|contacts|companies|tags)|PUT .*|POST .*/(reply|parts|tags)"));
    }

    @Test
    void everyConversationIsThereOnceAndNoOther() {
        assertThat(held("Conversation"))
                .extracting(one -> JsonFile.required(one.path("custom_attributes"), "asapp_conversation_id"))
                .containsExactlyInAnyOrderElementsOf(truth.conversations().stream()
                        .map(one -> JsonFile.required(one, "id"))
                        .toList());
    }

    @Test
    void everyMessageHasItsAuthorTimeTextAndFilesInOrder() {
        Map<String, String> admins = new HashMap<>();
        Set<String> users = truth.addressesOfUsers();
        truth.agents().forEach(agent -> {
            String email = JsonFile.text(agent, "email");
            String rep = JsonFile.text(agent, "repId");
            if (email != null && rep != null) {
                String address = email.toLowerCase(Locale.ROOT);
                if (users.contains(address)) {
                    admins.put(rep, address);
                }
            }
        });
        ThreadView view = new ThreadView(admins);
        Map<String, JsonNode> held = conversations();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            JsonNode there = of(held, conversation);
            String contact =
                    there.path("contacts").path("contacts").path(0).path("id").asText();
            List<String> expected = view.expected(conversation, contact);
            List<String> actual = ThreadView.actual(there);
            softly.assertThat(actual.subList(0, Math.min(expected.size(), actual.size())))
                    .as(JsonFile.text(conversation, "id"))
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    @Test
    void notesAndLooseFilesFollowAsNotes() {
        Map<String, JsonNode> held = conversations();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            List<String> all = ThreadView.actual(of(held, conversation));
            int messages = conversation.path("messages").size();
            softly.assertThat(all.subList(Math.min(messages, all.size()), all.size()))
                    .as(JsonFile.text(conversation, "id"))
                    .allMatch(line -> line.contains(" note "));
        }
        softly.assertAll();
        long files = held("Conversation").stream().flatMap(ThreadFiles::of).count();
        assertThat(files)
                .isEqualTo(truth.conversations().stream()
                        .flatMap(one -> one.path("attachments").valueStream())
                        .filter(file -> JsonFile.required(file, "availability").equals("BYTES")
                                && !JsonFile.required(file, "integrity").equals("EMPTY_FILE"))
                        .count());
    }

    @Test
    void everyConversationHasItsStateTagsAndStructuredData() {
        Map<String, JsonNode> held = conversations();
        Map<String, String> names = new HashMap<>();
        held("Tag").forEach(tag -> names.put(JsonFile.required(tag, "id"), JsonFile.required(tag, "name")));
        assertThat(names.values()).allMatch(name -> name.startsWith("Segment: "));
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            JsonNode there = of(held, conversation);
            String id = JsonFile.required(conversation, "id");
            softly.assertThat(JsonFile.text(there, "state"))
                    .as(id)
                    .isEqualTo(JsonFile.required(conversation, "status").equals("OPEN") ? "open" : "closed");
            softly.assertThat(there.path("tags").path("tags").size())
                    .as(id)
                    .isEqualTo(conversation.path("segments").size());
            JsonNode custom = there.path("custom_attributes");
            conversation.path("structuredData").forEach(value -> {
                String name = "asapp_" + JsonFile.required(value, "fieldId");
                boolean inAttribute = custom.hasNonNull(name);
                boolean inOthers = custom.path("asapp_other_data").asText("").contains(name);
                softly.assertThat(inAttribute || inOthers || JsonFile.text(value, "value") == null)
                        .as(id + " " + name)
                        .isTrue();
            });
        }
        softly.assertAll();
    }

    @Test
    void everyCustomerIsOneContactOfTheirCompany() {
        List<JsonNode> contacts = held("Contact").stream()
                .filter(contact -> !JsonFile.required(contact, "external_id").startsWith("ferry-"))
                .toList();
        assertThat(contacts).hasSameSizeAs(truth.customers());
        assertThat(contacts.stream()
                        .map(contact -> JsonFile.text(contact, "email"))
                        .filter(Objects::nonNull)
                        .map(email -> email.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(truth.customers().stream()
                        .map(customer -> JsonFile.text(customer, "email"))
                        .filter(Objects::nonNull)
                        .toList());
        Map<String, Long> attached = contacts.stream()
                .flatMap(contact -> contact.path("companies").path("data").valueStream())
                .collect(Collectors.groupingBy(company -> JsonFile.required(company, "id"), Collectors.counting()));
        assertThat(held("Company"))
                .extracting(company -> "%s %s %d"
                        .formatted(
                                JsonFile.text(company, "company_id"),
                                JsonFile.text(company, "name"),
                                attached.getOrDefault(JsonFile.required(company, "id"), 0L)))
                .containsExactlyInAnyOrderElementsOf(truth.lines("organizations.jsonl").stream()
                        .filter(one -> JsonFile.text(one, "domain") != null
                                && JsonFile.required(one, "handling").equals("organization"))
                        .map(one -> "%s %s %d"
                                .formatted(
                                        JsonFile.text(one, "domain"),
                                        JsonFile.text(one, "name"),
                                        one.path("contacts").asLong()))
                        .toList());
    }

    /// The files of a conversation, wherever they hang.
    private static final class ThreadFiles {
        private ThreadFiles() {}

        static Stream<JsonNode> of(JsonNode conversation) {
            return conversation
                    .path("conversation_parts")
                    .path("conversation_parts")
                    .valueStream()
                    .flatMap(part -> part.path("attachments").valueStream());
        }
    }
}
