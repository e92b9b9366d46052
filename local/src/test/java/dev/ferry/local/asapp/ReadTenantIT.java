package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.BatchLayout;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.asapp.pages.AnswerPorts;
import dev.ferry.asapp.pages.ListFeeds;
import dev.ferry.asapp.pages.MirrorFiles;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.asapp.pages.ParkingWork;
import dev.ferry.asapp.pages.ReadAgentResponses;
import dev.ferry.asapp.pages.ReadConfiguration;
import dev.ferry.asapp.pages.ReadConversations;
import dev.ferry.asapp.summaries.StageGenerated;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.run.DateWindow;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.WorkFile;
import dev.ferry.local.asapp.calls.CallRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reading of a tenant that fails, hides or spells things in the ways that ASAPP documents.
@NullUnmarked
class ReadTenantIT extends RunningTenant {
    private static final FeedName UTTERANCES = new FeedName("utterances");
    private static final String COPIES = "copies/utterances/version=1/format=jsonl/";

    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryNamedLists lists = new InMemoryNamedLists();
    private final List<Tally> counted = new ArrayList<>();
    private MeteredProduct product;

    @BeforeEach
    void writeExport() {
        ExportForTests.withUtterances(export());
    }

    @AfterEach
    void closeProduct() {
        product.close();
    }

    @ParameterizedTest
    @CsvSource({"PREFIXED, RELATIVE", "PREFIXED, BARE", "BARE, RELATIVE", "BARE, BARE"})
    void copiesAreTheSameHoweverCoordinatesAndFilesAreSpelled(String coordinates, String names) throws IOException {
        run(Map.of("coordinateStyle", coordinates, "foldedFileNames", names));
        readAll(mirror());
        assertThat(copies())
                .containsExactly(
                        Map.entry(COPIES + "dt=2026-03-01/hr=08/mi=00/utterances.jsonl", "{\"message_id\":\"M1\"}\n"),
                        Map.entry(
                                COPIES + "dt=2026-03-02/hr=08/mi=00/utterances.jsonl.gz", "{\"message_id\":\"M2\"}\n"),
                        Map.entry(
                                COPIES + "dt=2026-03-02/hr=09/mi=00/utterances.jsonl.gz", "{\"message_id\":\"M3\"}\n"));
    }

    @Test
    void aDownloadThatBreaksOffLeavesNoCopyAndIsMadeAgain() throws IOException {
        run(Map.of("downloadCutRate", "1"));
        assertThatThrownBy(() -> readAll(mirror()))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure -> assertThat(failure.code().retriable()).isTrue());
        assertThat(work.list("copies/")).isEmpty();
        knobs("{\"downloadCutRate\":0}");
        readAll(mirror());
        assertThat(copies()).hasSize(3);
    }

    @Test
    void aDateIsReadOnceItCanBeSeenAndIsCountedWhenItIsPurgedMeanwhile() throws IOException {
        run(Map.of("clock", "2026-03-03T01:59:59Z"));
        readAll(mirror());
        assertThat(copies()).as("the second date is complete at 02:00").hasSize(1);
        time("{\"now\":\"2026-03-03T02:00:00Z\"}");
        readAll(mirror());
        assertThat(copies()).hasSize(3);

        PagedWork mirror = mirror();
        assertThat(mirror.next("")).isInstanceOf(Page.More.class);
        time("{\"now\":\"2026-04-20T12:00:00Z\"}");
        counted.clear();
        assertThat(mirror.next("version=1,format=jsonl,2026-03-01")).isEqualTo(new Page.Last(0));
        assertThat(counted)
                .singleElement()
                .satisfies(tally -> assertThat(tally.counts()).containsExactly(Map.entry("gone", 1L)));
        assertThat(copies()).as("what was copied before stays").hasSize(3);
    }

    @Test
    void whatIsNotEnabledIsListedAndTheRestIsRead() {
        new ExportForTests(export())
                .file("config/segments.json", "{\"segments\":[{\"id\":\"GLOBAL\",\"name\":\"Global\"}]}");
        run(Map.of("disabledFeeds", "[\"utterances\"]", "disabledApis", "[\"autocompose\",\"conversation\"]"));
        readAll(new ListFeeds("works", FeedCatalogue.standard(), ports()));
        readAll(new ReadConfiguration(ports(), answers()));
        write("questions", "{\"conversationId\":\"01A\"}\n{\"issueId\":\"7\"}\n");
        readAll(new ReadConversations("questions", ports(), answers()));
        assertThat(unavailable())
                .contains(
                        "utterances NOT_ENABLED",
                        "config_canned_responses NOT_ENABLED",
                        "read-conversations NOT_ENABLED");
        assertThat(counted)
                .extracting(Tally::unit, tally -> tally.count("received"))
                .contains(tuple("config_segments/all", 1L));
        assertThat(counted.getLast().counts()).containsExactly(Map.entry("unasked", 2L));

        knobs("{\"disabledApis\":[\"fileexporter\"]}");
        readAll(new ListFeeds("works", FeedCatalogue.standard(), ports()));
        assertThat(unavailable()).contains("a-work NOT_ENABLED");
    }

    @Test
    void aQuestionThatIsRefusedForItselfIsListedAndTheRestGoesOn() {
        conversations(7);
        run(Map.of("refusedConversations", "[\"C3\"]"));
        readAll(new ReadConversations("questions", ports(), answers()));
        assertThat(counted.getLast().counts())
                .containsOnly(
                        Map.entry("asked", 7L),
                        Map.entry("answered", 6L),
                        Map.entry("unanswered", 0L),
                        Map.entry("refused", 1L));
        assertThat(lists.entries(PagePorts.REFUSED)).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("conversation C3");
            assertThat(refused.reason()).isEqualTo("400-01");
            assertThat(refused.detail()).startsWith("HTTP 400, request ").doesNotContain("without");
        });
        assertThat(simulator.calls())
                .filteredOn(call -> call.path().contains("C3"))
                .as("what is wrong with a request does not heal by repeating it")
                .hasSize(1);
        knobs("{\"refusedConversations\":[]}");
        readAll(new ReadConversations("questions", ports(), answers()));
        assertThat(lists.entries(PagePorts.REFUSED))
                .as("a repeated page lists anew")
                .isEmpty();
    }

    @Test
    void fewRefusalsAreListedAlthoughNothingElseWasAsked() {
        conversations(4);
        run(Map.of("refusedConversations", "[\"*\"]"));
        readAll(new ReadConversations("questions", ports(), answers()));
        assertThat(lists.entries(PagePorts.REFUSED)).hasSize(4);
    }

    @Test
    void theFifthRefusalWithoutAnAnswerStopsTheWork() {
        conversations(4);
        write("more", "{\"conversationId\":\"C4\"}\n{\"conversationId\":\"C5\"}\n");
        run(Map.of("refusedConversations", "[\"*\"]"));
        readAll(new ReadConversations("questions", ports(), answers()));
        assertThatThrownBy(() -> readAll(new ReadConversations("more", ports(), answers())))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure -> assertThat(failure.code().retriable()).isFalse())
                .hasMessageContainingAll("all 6 questions of read-conversations", "conversation C5", "400-01");
    }

    private void conversations(int count) {
        StringBuilder conversations = new StringBuilder();
        StringBuilder questions = new StringBuilder();
        for (int number = 0; number < count; number++) {
            conversations.append("""
                    {"conversation":{"id":"C%1$d","externalId":"E%1$d","customer":{"externalId":"X"}},"messages":[\
                    {"messageId":"M%1$d","text":"hello","sender":{"role":"customer","externalId":null},\
                    "createdTimestamp":"2026-03-01T08:00:00Z","clientTimestamp":"2026-03-01T08:00:00Z"}]}
                    """.formatted(number));
            questions.append("{\"conversationId\":\"C%d\"}\n".formatted(number));
        }
        new ExportForTests(export()).file("api/conversations.jsonl", conversations.toString());
        write("questions", questions.toString());
    }

    @Test
    void theResponsesThatAgentsHaveOfTheirOwnAreReadOncePerAgent() {
        new ExportForTests(export()).file("config/canned-responses.json", """
                {"globals":{},"customs":{"A1":[{"id":"r1","text":"Hi"},{"id":"r2","text":"Bye"}],"A2":[{"id":"r3"}]}}""");
        run(Map.of());
        write("agents/0.jsonl", "{\"agentId\":\"A1\"}\n{\"agentId\":\"A3\"}\n");
        write("agents/1.jsonl", "{\"agentId\":\"A1\"}\n{\"agentId\":\"A2\"}\n");
        readAll(new ReadAgentResponses("agents/", ports(), answers()));
        assertThat(counted)
                .extracting(Tally::unit, tally -> tally.count("received"))
                .contains(tuple("config_canned_responses/agent-A1", 2L), tuple("config_canned_responses/agent-A2", 1L));
        assertThat(counted.getLast().counts())
                .containsOnly(
                        Map.entry("agents", 3L),
                        Map.entry("agentsWithResponses", 2L),
                        Map.entry("agentsWithoutResponses", 1L),
                        Map.entry("agentsRefused", 0L));
        assertThat(simulator.calls())
                .extracting(CallRecord::path)
                .hasSize(3)
                .allMatch(path -> path.contains("customs"));

        knobs("{\"disabledApis\":[\"autocompose\"]}");
        readAll(new ReadAgentResponses("agents/", ports(), answers()));
        assertThat(unavailable()).contains("a-work NOT_ENABLED");
    }

    @Test
    void rowsThatAreRepeatedRestatedSplitCompressedOrWidenedAreTheSameRows() throws IOException {
        ExportForTests many = new ExportForTests(export());
        for (int hour = 10; hour < 13; hour++) {
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < 40; row++) {
                rows.append("{\"conversation_id\":\"C%d\",\"message_id\":\"M%d-%d\",\"utterance\":\"text %d\"}\n"
                        .formatted(row % 5, hour, row, row));
            }
            many.file(
                    "fileexporter/utterances/version=1/format=jsonl/dt=2026-03-02/hr=%d/mi=00/utterances.jsonl"
                            .formatted(hour),
                    rows.toString());
        }
        run(Map.of());
        readAll(mirror());
        SortedMap<String, JsonNode> plain = new AssembledCopies(work, "copies/").messages();
        assertThat(plain).hasSize(5);

        knobs("{\"duplicateRowRate\":0.3,\"restateRate\":0.3,\"splitFileBytes\":1000,\"gzip\":\"ALWAYS\","
                + "\"emptyPartitions\":true,\"schemaDrift\":\"2026-03-01\"}");
        readAll(mirror("others/"));
        assertThat(work.list("others/")).hasSizeGreaterThan(6).allMatch(name -> name.endsWith(".gz"));
        assertThat(new AssembledCopies(work, "others/").messages()).isEqualTo(plain);
    }

    @Test
    void aPartitionIsReadOnceItIsComplete() {
        String hour = "batch/utterances/version=1/format=jsonl/dt=2026-03-05/hr=%02d/mi=00/";
        new ExportForTests(export())
                .file(hour.formatted(8) + "utterances.jsonl", "{\"issue_id\":1}\n")
                .file(hour.formatted(8) + "_SUCCESS", "")
                .file(hour.formatted(10) + "utterances.jsonl", "{\"issue_id\":2}\n")
                .file(hour.formatted(10) + "_SUCCESS", "");
        run(Map.of("clock", "2026-03-05T11:30:00Z", "lateSuccessMinutes", "60", "emptyPartitions", "true"));
        BatchLayout layout =
                new BatchLayout(new LocalDirectorySource(simulator.batchDirectory()), FeedCatalogue.standard());
        assertThat(layout.scan("").units())
                .extracting(unit -> unit.partition().hr())
                .containsExactly("08");
        assertThat(layout.scan("").unfinished()).hasSize(1);
        time("{\"now\":\"2026-03-05T12:10:00Z\"}");
        assertThat(layout.scan("").units())
                .extracting(unit -> unit.partition().hr())
                .containsExactly("08", "10");
        assertThat(layout.scan("").unfinished()).isEmpty();

        knobs("{\"hourSemantics\":\"EXPORT_HOUR\"}");
        assertThat(layout.scan("").units())
                .as("the hour of the path means nothing to the reader")
                .hasSize(2);
    }

    private void run(Map<String, String> knobs) {
        start(knobs);
        knobs("{\"rps\":100000,\"spikeBurst\":1000}");
        product = new MeteredProduct(simulator.endpoint());
    }

    private PagedWork mirror() {
        return mirror("copies/");
    }

    private PagedWork mirror(String prefix) {
        return new MirrorFiles(UTTERANCES, new MirrorFiles.Copies(prefix, DateWindow.ALL), ports());
    }

    private PagePorts ports() {
        return new PagePorts(product.client(), work, _ -> {}, counted::add, counted::stream, lists);
    }

    private AnswerPorts answers() {
        StagingPorts staging = new StagingPorts(
                new InMemoryFragmentStore(new BucketCount(4)),
                new InMemoryBodyStore(),
                new InMemoryLinkStore(),
                lists,
                "r1");
        FragmentAnswer answers = new FragmentAnswer(FeedCatalogue.standard(), staging, FragmentSettings.of("acme"));
        return new AnswerPorts(
                new StageConversationAnswers(answers, staging, "acme"),
                new StageConfiguration(answers),
                new StageGenerated(answers, staging, "acme"));
    }

    private void readAll(PagedWork pages) {
        PagedWork parking = new ParkingWork(pages, "a-work", ports(), product.clock());
        String cursor = "";
        while (parking.next(cursor) instanceof Page.More(String next, long _, long _)) {
            cursor = next;
        }
    }

    private List<String> unavailable() {
        return lists.entries(PagePorts.UNAVAILABLE).stream()
                .map(entry -> entry.file() + ' ' + entry.reason())
                .toList();
    }

    /// The copies as texts.
    private SortedMap<String, String> copies() throws IOException {
        SortedMap<String, String> copies = new TreeMap<>();
        for (String name : work.list("copies/")) {
            try (InputStream in = work.open(name).orElseThrow();
                    InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
                copies.put(name, new String(plain.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return copies;
    }

    private void write(String name, String content) {
        try (WorkFile out = work.create(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
