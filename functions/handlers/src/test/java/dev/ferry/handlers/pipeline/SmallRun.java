package dev.ferry.handlers.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.assemble.AssembleBatch;
import dev.ferry.handlers.assemble.AssembleHandlersForTests;
import dev.ferry.handlers.assemble.AssembleItem;
import dev.ferry.handlers.assemble.ResolveIdentitiesHandler;
import dev.ferry.handlers.books.BooksHandlersForTests;
import dev.ferry.handlers.books.BooksResult;
import dev.ferry.handlers.books.PhaseToBalance;
import dev.ferry.handlers.extract.ChannelBatch;
import dev.ferry.handlers.extract.ChannelFile;
import dev.ferry.handlers.extract.ExtractBatch;
import dev.ferry.handlers.extract.ExtractHandlersForTests;
import dev.ferry.handlers.extract.FileItem;
import dev.ferry.handlers.prepare.PrepareHandlersForTests;
import dev.ferry.handlers.run.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// One run after another over a small export with every channel: handlers in the order of the machines, step by
/// step.
final class SmallRun {
    static final String UTTERANCES =
            "batch/utterances/version=1/format=jsonl/dt=2026-10-31/hr=10/mi=00/utterances.jsonl";
    private static final Context CONTEXT = new StubContext();
    private static final String SOURCE = """
            {"bucket":"export","crosswalkPrefix":"crosswalk/","api":{"secretName":"key"},\
            "events":{"bucket":"export","prefix":"events/"}}""";
    private static final String COPIES = "exports/m1/fileexporter/";
    private static final String HOUR = "version=1/format=jsonl/dt=2026-10-31/hr=10/mi=00";
    private static final String EVENT = """
            {"name":"com.asapp.event.journey","event_id":"%s","event_type":"ISSUE_CREATED","meta_data":\
            {"issue_id":"%d","company_id":"acme","event_time":"2026-10-31T10:00:00Z"},"details":{}}
            """;

    private final Path export;
    private final InMemoryRunRegister register = new InMemoryRunRegister();
    private InMemoryRunPorts ports;
    private final Runs runs = _ -> ports;

    SmallRun(Path export) throws IOException {
        this.export = export;
        this.ports = new InMemoryRunPorts("r1", export, "acme", SOURCE);
        batch("utterances", lines(9, """
                {"issue_id":%1$d,"event_uuid":"u%1$d","created_ts":"2026-10-31 10:00:01","sender_id":5%1$d,\
                "sender_type":"customer","utterance":"hello"}"""));
        batch("convos_metadata", lines(9, """
                {"issue_id":%1$d,"customer_id":5%1$d,"created_ts":"2026-10-31 10:00:01"}"""));
        batch("issue_session_merge", "{\"issue_id\":2,\"session_id\":\"s1\",\"first_issue_id\":1}\n");
        file("crosswalk/customers.csv", "customer_id,email\n51,a@example.com\n52,b@example.com\n");
        gzip("events/a.jsonl.gz", EVENT.formatted("e1", 1) + EVENT.formatted("e2", 2) + EVENT.formatted("e2", 2));
        gzip("events/b.jsonl.gz", EVENT.formatted("e2", 2) + EVENT.formatted("e3", 3));
        copy("attachments", """
                {"attachment_id":"a1","issue_id":"7","company_marker":"acme","object_name":"a1.txt"}
                """);
        prepare();
    }

    InMemoryRunPorts ports() {
        return ports;
    }

    /// Begins another run of the same migration.
    void startRun(String runId) {
        ports = ports.after(runId);
        prepare();
    }

    /// Goes on with a run that was begun before.
    void takeUp(InMemoryRunPorts begun) {
        ports = begun;
    }

    private void prepare() {
        PrepareHandlersForTests.prepareRun(runs, register).handleRequest(ports.run(), CONTEXT);
    }

    void list() {
        ExtractHandlersForTests.listPartitions(runs).handleRequest(ports.run(), CONTEXT);
        ExtractHandlersForTests.listChannelFiles(runs).handleRequest(ports.run(), CONTEXT);
    }

    /// Reads everything in an order of chance, some of it more than once.
    void extract(Random chance) {
        list();
        List<Runnable> units = new ArrayList<>();
        read(ports.files().extractManifest(), FileItem[].class)
                .forEach(item -> units.add(() -> ExtractHandlersForTests.extractFiles(runs)
                        .handleRequest(new ExtractBatch(ports.run(), List.of(item), true), CONTEXT)));
        read(ports.files().channelManifest(), ChannelFile[].class)
                .forEach(item -> units.add(() -> ExtractHandlersForTests.extractChannelFiles(runs)
                        .handleRequest(new ChannelBatch(ports.run(), List.of(item)), CONTEXT)));
        units.add(() -> ExtractHandlersForTests.extractCrosswalk(runs).handleRequest(ports.run(), CONTEXT));
        List<Runnable> mixed = new ArrayList<>(units);
        units.stream().filter(_ -> chance.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, chance);
        mixed.forEach(Runnable::run);
    }

    void extract() {
        extract(new Random(1));
    }

    void assemble() {
        ResolveIdentitiesHandler.Resolved resolved =
                AssembleHandlersForTests.resolveIdentities(runs).handleRequest(ports.run(), CONTEXT);
        for (String key : List.of(resolved.conversationsKey(), resolved.customersKey(), resolved.othersKey())) {
            AssembleHandlersForTests.assembleBuckets(runs)
                    .handleRequest(new AssembleBatch(ports.run(), read(key, AssembleItem[].class)), CONTEXT);
        }
    }

    BooksResult balance(String phase) {
        return BooksHandlersForTests.reconcile(runs).handleRequest(new PhaseToBalance(ports.run(), phase), CONTEXT);
    }

    /// Everything that is in staging of a feed.
    List<Fragment> staged(String feed) {
        return Arrays.stream(EntityKind.values())
                .flatMap(kind -> IntStream.range(0, ports.buckets().value())
                        .mapToObj(Bucket::new)
                        .flatMap(bucket -> all(kind, bucket)))
                .filter(fragment -> fragment.key().feed().equals(feed))
                .toList();
    }

    private Stream<Fragment> all(EntityKind kind, Bucket bucket) {
        try (Stream<Fragment> fragments = ports.fragments().bucket(kind, bucket)) {
            return fragments.toList().stream();
        }
    }

    void batch(String feed, String lines) throws IOException {
        file("batch/%s/%s/%s.jsonl".formatted(feed, HOUR, feed), lines);
        file("batch/%s/%s/_SUCCESS".formatted(feed, HOUR), "");
    }

    private void copy(String feed, String lines) throws IOException {
        try (WorkFile out = ports.work().create("%s%s/%s/%s.jsonl".formatted(COPIES, feed, HOUR, feed))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
    }

    private void file(String name, String content) throws IOException {
        Path file = export.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private void gzip(String name, String content) throws IOException {
        file(name, "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(export.resolve(name)))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String lines(int count, String line) {
        StringBuilder lines = new StringBuilder();
        IntStream.rangeClosed(1, count)
                .forEach(i -> lines.append(line.formatted(i)).append('\n'));
        return lines.toString();
    }

    private <T> List<T> read(String key, Class<T[]> type) {
        try (InputStream in = ports.work().open(key).orElseThrow()) {
            return List.of(new ObjectMapper().readValue(in, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
