package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.asapp.pages.AnswerPorts;
import dev.ferry.asapp.pages.GenerateSummaries;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.asapp.pages.ParkingWork;
import dev.ferry.asapp.summaries.StageGenerated;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.identity.Link;
import dev.ferry.core.paging.Page;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.JsonLines;
import dev.ferry.local.asapp.calls.CallRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A simulated tenant generates what a list names: as seldom as can be, since each request makes new text.
@NullUnmarked
class GenerateSummariesIT extends RunningTenant {
    private static final String LIST = "runs/r/fill/generate/0000.jsonl";
    private static final String HOUR = "/version=1/format=jsonl/dt=2026-03-02/hr=00/mi=00/";

    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryNamedLists lists = new InMemoryNamedLists();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final InMemoryLinkStore links = new InMemoryLinkStore();
    private MeteredProduct product;

    @BeforeEach
    void writeExport() {
        new ExportForTests(export())
                .file("fileexporter/staging_conversation_state" + HOUR + "s.jsonl", """
                        {"conversation_id":"C1","external_conversation_id":"case-1","single_intent_intent_code":"B",\
                        "single_intent_intent_name":"Whole"}
                        {"conversation_id":"C2","external_conversation_id":"case-2"}
                        """)
                .file("fileexporter/autosummary_free_text" + HOUR + "a.jsonl", """
                        {"conversation_id":"C1","autosummary_free_text_ts":"1","autosummary_free_text":"Said hello"}
                        """)
                .file(
                        "batch/convos_metadata" + HOUR + "c.jsonl",
                        "{\"issue_id\":21352352,\"external_issue_id\":\"case-1\"}\n");
        list(List.of(
                Map.of("call", "free-text-summaries", "conversationId", "C1"),
                Map.of("call", "intent", "issueId", "21352352"),
                Map.of("call", "intent", "conversationId", "C2"),
                Map.of("call", "structured-data", "conversationId", "C9")));
    }

    @AfterEach
    void closeProduct() {
        product.close();
    }

    @Test
    void eachIsAskedForOnceAndStaged() {
        run(Map.of());
        assertThat(generate(GeneratingCall.values())).isEqualTo(new Page.Last(4));
        assertThat(sum("generationsAsked")).isEqualTo(4);
        assertThat(sum("generated")).isEqualTo(2);
        assertThat(sum("generatedNothing"))
                .as("NO_INTENT, and a conversation that AutoSummary does not know")
                .isEqualTo(2);
        assertThat(sum("received")).isEqualTo(3);
        assertThat(links.all().flatMap(chunk -> chunk.links().stream()))
                .containsExactly(new Link.Bridge("acme", "21352352", "C1", null, 1));
        assertThat(simulator.calls()).hasSize(4).extracting(CallRecord::method).containsOnly("POST");
    }

    @Test
    void aPageThatBreaksOffWhenTheDayIsSpentAsksForTheRestOnTheNext() {
        run(Map.of("dailyLimit", "2"));
        assertThat(generate(GeneratingCall.values())).isInstanceOf(Page.Parked.class);
        assertThat(answered()).isEqualTo(2);
        knobs("{\"dailyLimit\":1000}");
        product.close();
        product = new MeteredProduct(simulator.endpoint());
        assertThat(generate(GeneratingCall.values())).isEqualTo(new Page.Last(2));
        assertThat(answered()).as("nothing is generated twice").isEqualTo(4);
        assertThat(sum("generationsAsked")).isEqualTo(4);
    }

    @Test
    void aCallThatIsNotEnabledIsListedAndTheOthersAreMade() {
        run(Map.of("disabledApis", "[\"autosummary/intent\"]"));
        generate(GeneratingCall.values());
        assertThat(sum("generationsUnasked")).isEqualTo(2);
        assertThat(sum("generationsAsked")).isEqualTo(2);
        assertThat(lists.entries(PagePorts.UNAVAILABLE))
                .extracting(entry -> entry.file() + ' ' + entry.reason())
                .containsExactly("generate-summaries/intent NOT_ENABLED");
    }

    @Test
    void aCallThatTheConfigurationDoesNotNameIsNeverSent() {
        run(Map.of());
        assertThat(failure(GeneratingCall.FREE_TEXT_SUMMARIES).code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(simulator.calls())
                .extracting(CallRecord::path)
                .containsExactly("/autosummary/v1/free-text-summaries");
    }

    private FerryException failure(GeneratingCall... calls) {
        try {
            throw new AssertionError(generate(calls).toString());
        } catch (FerryException failure) {
            return failure;
        }
    }

    private void run(Map<String, String> knobs) {
        start(knobs);
        product = new MeteredProduct(simulator.endpoint());
    }

    private Page generate(GeneratingCall... calls) {
        StagingPorts staging = new StagingPorts(
                new InMemoryFragmentStore(new BucketCount(4)), new InMemoryBodyStore(), links, lists, "r1");
        FragmentAnswer answers = new FragmentAnswer(FeedCatalogue.standard(), staging, FragmentSettings.of("acme"));
        PagePorts ports = new PagePorts(
                product.client("v1", calls),
                work,
                _ -> {},
                tally -> tallies.put("r", tally),
                () -> tallies.of("r", PagePorts.PHASE),
                lists);
        AnswerPorts stage = new AnswerPorts(
                new StageConversationAnswers(answers, staging, "acme"),
                new StageConfiguration(answers),
                new StageGenerated(answers, staging, "acme"));
        return new ParkingWork(new GenerateSummaries(LIST, ports, stage), "a-work", ports, product.clock()).next("");
    }

    private long answered() {
        return simulator.calls().stream()
                .filter(call -> call.status() == 200 || call.status() == 404)
                .count();
    }

    private long sum(String term) {
        try (Stream<Tally> all = tallies.of("r", PagePorts.PHASE)) {
            return all.mapToLong(tally -> tally.count(term)).sum();
        }
    }

    private void list(List<Map<String, String>> generations) {
        try (JsonLines.Writer lines = JsonLines.write(work, LIST)) {
            generations.forEach(lines::write);
            lines.commit();
        }
    }
}
