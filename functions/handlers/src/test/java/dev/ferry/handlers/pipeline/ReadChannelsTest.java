package dev.ferry.handlers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.books.BooksHandlersForTests;
import dev.ferry.handlers.books.BooksResult;
import dev.ferry.handlers.books.PhaseToBalance;
import dev.ferry.handlers.extract.ChannelBatch;
import dev.ferry.handlers.extract.ChannelFile;
import dev.ferry.handlers.extract.ExtractBatch;
import dev.ferry.handlers.extract.ExtractHandlersForTests;
import dev.ferry.handlers.extract.FileItem;
import dev.ferry.handlers.extract.FileOutcome;
import dev.ferry.handlers.extract.PlanExtraction.Planned;
import dev.ferry.handlers.prepare.PrepareHandlersForTests;
import dev.ferry.handlers.run.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The handlers of the channels beside the batch export, in the order of `extract.asl.json`.
class ReadChannelsTest {
    private static final Context CONTEXT = new StubContext();
    private static final String SOURCE = """
            {"bucket":"export","api":{"secretName":"key"},"events":{"bucket":"export","prefix":"events/"}}""";
    private static final String COPIES = "exports/m1/fileexporter/";
    private static final String EVENT = """
            {"name":"com.asapp.event.journey","event_id":"e1","event_type":"ISSUE_CREATED","meta_data":{"issue_id":"7",\
            "company_id":"acme","event_time":"2026-10-31T10:00:00Z"},"details":{}}
            """;

    @TempDir
    private Path export;

    @Test
    void readsCopiesAttachmentsAndEventsAndBalances() throws IOException {
        InMemoryRunPorts ports = new InMemoryRunPorts("r1", export, "acme", SOURCE);
        Runs runs = _ -> ports;
        file("batch/utterances/version=1/format=jsonl/dt=2026-10-31/hr=00/mi=00/utterances.jsonl", "{}\n");
        file("batch/utterances/version=1/format=jsonl/dt=2026-10-31/hr=00/mi=00/_SUCCESS", "");
        events("events/2026-10-31/a.jsonl.gz", EVENT + EVENT);
        copy(ports, "attachments/version=1/format=jsonl/dt=2026-10-31/hr=00/mi=00/attachments.jsonl", """
                {"attachment_id":"a1","issue_id":"7","company_marker":"acme","object_name":"a1.txt"}
                {"attachment_id":"a2","issue_id":"7","company_marker":"acme","object_name":"a2.txt"}
                """);
        copy(ports, "attachment_files/version=1/format=bin/dt=2026-10-31/hr=00/mi=00/a1.txt", "bytes");

        PrepareHandlersForTests.prepareRun(runs, new InMemoryRunRegister()).handleRequest(ports.run(), CONTEXT);
        Planned batch = ExtractHandlersForTests.listPartitions(runs).handleRequest(ports.run(), CONTEXT);
        Planned channels = ExtractHandlersForTests.listChannelFiles(runs).handleRequest(ports.run(), CONTEXT);
        assertThat(channels.files()).isEqualTo(2);
        List<FileItem> files = List.of(read(ports, batch.manifestKey(), FileItem[].class));
        ExtractHandlersForTests.extractFiles(runs).handleRequest(new ExtractBatch(ports.run(), files, false), CONTEXT);
        List<ChannelFile> others = List.of(read(ports, channels.manifestKey(), ChannelFile[].class));
        assertThat(ExtractHandlersForTests.extractChannelFiles(runs)
                        .handleRequest(new ChannelBatch(ports.run(), others), CONTEXT))
                .extracting(FileOutcome::outcome)
                .containsOnly(FileOutcome.Outcome.READ);

        BooksResult books = BooksHandlersForTests.reconcile(runs)
                .handleRequest(new PhaseToBalance(ports.run(), "extract"), CONTEXT);
        assertThat(books.balanced()).isTrue();
        assertThat(books.counts())
                .containsEntry("planned", 3L)
                .containsEntry("repeated", 1L)
                .containsEntry("attachments", 2L)
                .containsEntry("attachmentsStored", 1L)
                .containsEntry("attachmentsMissing", 1L)
                .containsEntry("attachmentBytes", 5L);
        assertThat(ports.attachments().size(BodyHash.of("bytes".getBytes(StandardCharsets.UTF_8))))
                .hasValue(5);
    }

    @Test
    void readsTheApiOfATenantWithoutABatchExport() throws IOException {
        InMemoryRunPorts ports = new InMemoryRunPorts("r1", export, "acme", SOURCE);
        Runs runs = _ -> ports;
        copy(ports, "utterances/version=1/format=jsonl/dt=2026-10-31/hr=00/mi=00/utterances.jsonl", "{}\n");

        PrepareHandlersForTests.prepareRun(runs, new InMemoryRunRegister()).handleRequest(ports.run(), CONTEXT);
        assertThat(ExtractHandlersForTests.listPartitions(runs)
                        .handleRequest(ports.run(), CONTEXT)
                        .files())
                .isZero();
        Planned channels = ExtractHandlersForTests.listChannelFiles(runs).handleRequest(ports.run(), CONTEXT);
        List<ChannelFile> files = List.of(read(ports, channels.manifestKey(), ChannelFile[].class));
        ExtractHandlersForTests.extractChannelFiles(runs).handleRequest(new ChannelBatch(ports.run(), files), CONTEXT);

        assertThat(BooksHandlersForTests.reconcile(runs)
                        .handleRequest(new PhaseToBalance(ports.run(), "extract"), CONTEXT))
                .satisfies(books -> assertThat(books.balanced()).isTrue())
                .satisfies(books -> assertThat(books.counts()).containsEntry("planned", 1L));
    }

    @Test
    void readsNothingOfChannelsThatTheConfigurationDoesNotName() throws IOException {
        InMemoryRunPorts ports = new InMemoryRunPorts("r1", export, "acme");
        events("events/2026-10-31/a.jsonl.gz", EVENT);
        copy(ports, "utterances/version=1/format=jsonl/dt=2026-10-31/hr=00/mi=00/utterances.jsonl", "{}\n");
        assertThat(ExtractHandlersForTests.listChannelFiles(_ -> ports)
                        .handleRequest(ports.run(), CONTEXT)
                        .files())
                .isZero();
    }

    private void file(String name, String content) throws IOException {
        Path file = export.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private void events(String name, String content) throws IOException {
        file(name, "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(export.resolve(name)))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void copy(InMemoryRunPorts ports, String name, String content) throws IOException {
        try (WorkFile out = ports.work().create(COPIES + name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
    }

    private static <T> T read(InMemoryRunPorts ports, String key, Class<T> type) throws IOException {
        try (InputStream in = ports.work().open(key).orElseThrow()) {
            return new ObjectMapper().readValue(in, type);
        }
    }
}
