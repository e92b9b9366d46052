package dev.ferry.local.intercom;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.crosswalk.CrosswalkKind;
import dev.ferry.asapp.crosswalk.FragmentCrosswalk;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.fold.AssemblyPorts;
import dev.ferry.asapp.fold.AssemblySettings;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.identity.ResolveIdentities;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.FieldScope;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.staging.InMemoryRecordSinks;
import dev.ferry.core.staging.SourceObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An export of a few files, and what becomes of it: canonical records, as the state machine assembles them.
final class SmallExport {
    private static final String RUN = "r1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BucketCount ONE = new BucketCount(1);

    private final InMemoryNamedLists lists = new InMemoryNamedLists();
    private final Path directory;

    SmallExport(Path directory) {
        this.directory = directory;
    }

    /// Adds the rows of a feed of the File Exporter.
    void rows(String feed, String rows) {
        file("fileexporter/%s/version=1/format=jsonl/dt=2026-10-31/hr=10/mi=00/a.jsonl".formatted(feed), rows);
    }

    /// Adds the client's customers.
    void customers(String rows) {
        file("crosswalk/customers.csv", "external_user_id,customer_id,name,email,phone,company,domain\n" + rows);
    }

    /// The records by kind.
    Map<String, List<Map<String, Object>>> assembled(Map<String, FieldScope> scopes) {
        FeedCatalogue catalogue = FeedCatalogue.standard();
        LocalDirectorySource source = new LocalDirectorySource(directory);
        InMemoryFragmentStore fragments = new InMemoryFragmentStore(ONE);
        InMemoryBodyStore bodies = new InMemoryBodyStore();
        InMemoryLinkStore links = new InMemoryLinkStore();
        StagingPorts staging = new StagingPorts(fragments, bodies, links, lists, RUN);
        FragmentSettings settings = FragmentSettings.of("acme");
        FragmentFile fragment = new FragmentFile(source, catalogue, staging, settings);
        new FileExporterLayout(source, catalogue).scan("fileexporter/").units().forEach(fragment::run);
        new FragmentCrosswalk(source, staging, settings)
                .run(CrosswalkKind.CUSTOMERS, new SourceObject("crosswalk/customers.csv", 0, ""));
        InMemoryIdentityStore identities = new InMemoryIdentityStore();
        new ResolveIdentities(links, identities, FreeMailDomains.standard(), 10_000).run();
        InMemoryRecordSinks sinks = new InMemoryRecordSinks();
        AssembleBucket assemble = new AssembleBucket(
                new AssemblyPorts(fragments, bodies, identities, sinks, lists, RUN),
                catalogue,
                new AssemblySettings(
                        List.of(), Map.of(), FreeMailDomains.standard(), AssemblySettings.LATER_THAN_ALL, scopes));
        Map<String, List<Map<String, Object>>> records = new HashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            assemble.run(kind, new Bucket(0));
            records.put(
                    kind.label(),
                    new String(sinks.bytes(kind, new Bucket(0)), StandardCharsets.UTF_8)
                            .lines()
                            .map(SmallExport::parsed)
                            .toList());
        }
        return records;
    }

    /// What was listed, as `reason name`.
    List<String> listed(String list) {
        return lists.entries(list).stream()
                .map(entry -> entry.reason() + " " + entry.file())
                .toList();
    }

    private static Map<String, Object> parsed(String line) {
        try {
            return JSON.readValue(line, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(String name, String content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
