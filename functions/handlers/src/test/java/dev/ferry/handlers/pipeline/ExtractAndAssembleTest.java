package dev.ferry.handlers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.report.DriftedColumn;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.handlers.assemble.AssembleBatch;
import dev.ferry.handlers.assemble.AssembleBucketsHandler;
import dev.ferry.handlers.assemble.AssembleHandlersForTests;
import dev.ferry.handlers.assemble.AssembleItem;
import dev.ferry.handlers.assemble.ResolveIdentitiesHandler;
import dev.ferry.handlers.books.BooksHandlersForTests;
import dev.ferry.handlers.books.BooksResult;
import dev.ferry.handlers.books.PhaseToBalance;
import dev.ferry.handlers.extract.ExtractBatch;
import dev.ferry.handlers.extract.ExtractFilesHandler;
import dev.ferry.handlers.extract.ExtractHandlersForTests;
import dev.ferry.handlers.extract.FileItem;
import dev.ferry.handlers.extract.FileOutcome;
import dev.ferry.handlers.extract.PlanExtraction.Planned;
import dev.ferry.handlers.prepare.PrepareHandlersForTests;
import dev.ferry.handlers.prepare.PrepareRun;
import dev.ferry.handlers.report.ReportForTests;
import dev.ferry.handlers.run.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The handlers in the order of `extract.asl.json` and `assemble.asl.json`, over the sample export.
class ExtractAndAssembleTest {
    private static final Path EXPORT = Path.of(System.getProperty("ferry.root"), "..", "shared", "data", "asapp-small");
    private static final Context CONTEXT = new StubContext();

    private final InMemoryRunPorts ports = new InMemoryRunPorts("r1", EXPORT, "tyrellium");
    private final Runs runs = _ -> ports;
    private final InMemoryRunRegister register = new InMemoryRunRegister();

    @BeforeEach
    void needsTheSampleExport() {
        assumeTrue(Files.isDirectory(EXPORT), "the sample export is not there");
    }

    @Test
    void balancesTheBooksOfTheSampleExport() throws IOException {
        Planned planned = prepareAndList();
        extract(planned);
        BooksResult received = balance("extract");
        assertThat(received.balanced()).isTrue();
        assertThat(received.counts())
                .containsEntry("planned", planned.files() + 2)
                .containsKey("rejected");

        assertThat(ReportForTests.feeds(ports))
                .filteredOn(feed -> feed.feed().equals("utterances"))
                .flatExtracting(FeedInventory::drifted)
                .contains(new DriftedColumn("utterance_lang_guess", "NOT_IN_EITHER", "dt=2026-09-22/hr=13/mi=00"));
        assertThat(ReportForTests.feeds(ports))
                .filteredOn(feed -> feed.feed().equals("convos_metadata"))
                .flatExtracting(FeedInventory::drifted)
                .extracting(DriftedColumn::column)
                .contains("ai_containment_score");

        assemble();
        BooksResult assembled = balance("assemble");
        assertThat(assembled.balanced()).isTrue();
        assertThat(assembled.counts().get("staged")).isPositive();
        assertThat(ports.assembled().bytes(EntityKind.CONVERSATION, new Bucket(0)))
                .isNotEmpty();
    }

    @Test
    void skipsFilesThatHaveBeenReadUnlessForced() throws IOException {
        Planned planned = prepareAndList();
        List<FileItem> some =
                Arrays.asList(read(planned.manifestKey(), FileItem[].class)).subList(0, 3);
        ExtractFilesHandler handler = ExtractHandlersForTests.extractFiles(runs);
        assertThat(handler.handleRequest(new ExtractBatch(ports.run(), some, false), CONTEXT))
                .extracting(FileOutcome::outcome)
                .containsOnly(FileOutcome.Outcome.READ);
        assertThat(handler.handleRequest(new ExtractBatch(ports.run(), some, false), CONTEXT))
                .extracting(FileOutcome::outcome)
                .containsOnly(FileOutcome.Outcome.SKIPPED);
        assertThat(handler.handleRequest(new ExtractBatch(ports.run(), some, true), CONTEXT))
                .extracting(FileOutcome::outcome)
                .containsOnly(FileOutcome.Outcome.READ);
    }

    @Test
    void doesNotBalanceWhenAFileWasNotRead() throws IOException {
        Planned planned = prepareAndList();
        List<FileItem> all = Arrays.asList(read(planned.manifestKey(), FileItem[].class));
        ExtractHandlersForTests.extractFiles(runs)
                .handleRequest(new ExtractBatch(ports.run(), all.subList(1, all.size()), false), CONTEXT);
        ExtractHandlersForTests.extractCrosswalk(runs).handleRequest(ports.run(), CONTEXT);
        BooksResult books = balance("extract");
        assertThat(books.balanced()).isFalse();
        assertThat(ports.work().list(books.booksKey())).hasSize(1);
    }

    private Planned prepareAndList() {
        PrepareRun.Prepared prepared =
                PrepareHandlersForTests.prepareRun(runs, register).handleRequest(ports.run(), CONTEXT);
        assertThat(prepared.buckets()).isEqualTo(4);
        assertThat(register.find("m1", "r1")).isPresent();
        return ExtractHandlersForTests.listPartitions(runs).handleRequest(ports.run(), CONTEXT);
    }

    private void extract(Planned planned) throws IOException {
        List<FileItem> files = Arrays.asList(read(planned.manifestKey(), FileItem[].class));
        assertThat(files).hasSize(Math.toIntExact(planned.files()));
        ExtractHandlersForTests.extractFiles(runs).handleRequest(new ExtractBatch(ports.run(), files, false), CONTEXT);
        ExtractHandlersForTests.extractCrosswalk(runs).handleRequest(ports.run(), CONTEXT);
    }

    private void assemble() throws IOException {
        ResolveIdentitiesHandler.Resolved resolved =
                AssembleHandlersForTests.resolveIdentities(runs).handleRequest(ports.run(), CONTEXT);
        AssembleBucketsHandler assemble = AssembleHandlersForTests.assembleBuckets(runs);
        for (String key : List.of(resolved.conversationsKey(), resolved.customersKey(), resolved.othersKey())) {
            List<AssembleItem> items = Arrays.asList(read(key, AssembleItem[].class));
            assemble.handleRequest(new AssembleBatch(ports.run(), items), CONTEXT);
        }
    }

    private BooksResult balance(String phase) {
        return BooksHandlersForTests.reconcile(runs).handleRequest(new PhaseToBalance(ports.run(), phase), CONTEXT);
    }

    private <T> T read(String key, Class<T> type) throws IOException {
        try (InputStream in = ports.work().open(key).orElseThrow()) {
            return new ObjectMapper().readValue(in, type);
        }
    }
}
