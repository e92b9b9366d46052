package dev.ferry.asapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.batch.BatchLayout;
import dev.ferry.asapp.batch.BatchScan;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.ApiPlan;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.asapp.crosswalk.CrosswalkKind;
import dev.ferry.asapp.crosswalk.FragmentCrosswalk;
import dev.ferry.asapp.events.FragmentEvents;
import dev.ferry.asapp.fileexporter.FetchAttachments;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.fileexporter.FileExporterScan;
import dev.ferry.asapp.fileexporter.StoreAttachmentSource;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.fold.AssemblyPorts;
import dev.ferry.asapp.fold.AssemblySettings;
import dev.ferry.asapp.fold.PlanConversationReads;
import dev.ferry.asapp.fold.UnfinishedPartition;
import dev.ferry.asapp.summaries.StageGenerated;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.identity.ResolveIdentities;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.FieldScope;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryAttachmentStore;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.staging.InMemoryRecordSinks;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The whole of extraction and assembly over stores in memory, as tests need it.
public final class InMemoryMigration {
    private static final String RUN = "r1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final BucketCount buckets = new BucketCount(7);
    public final InMemoryFragmentStore fragments = new InMemoryFragmentStore(buckets);
    public final InMemoryLinkStore links = new InMemoryLinkStore();
    public final InMemoryNamedLists lists = new InMemoryNamedLists();
    public final InMemoryIdentityStore identities = new InMemoryIdentityStore();
    public final InMemoryRecordSinks sinks = new InMemoryRecordSinks();
    public final List<Tally> tallies = new ArrayList<>();
    public final InMemoryAttachmentStore attachments = new InMemoryAttachmentStore();
    private final InMemoryBodyStore bodies = new InMemoryBodyStore();
    private final FeedCatalogue catalogue = FeedCatalogue.standard();
    private final SourceStore source;
    private final FragmentSettings settings;
    private List<UnfinishedPartition> unfinished = List.of();
    private Instant asOf = AssemblySettings.LATER_THAN_ALL;
    private Map<String, FieldScope> scopes = Map.of();

    public InMemoryMigration(SourceStore source, FragmentSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /// Reads every file under a prefix.
    public BatchScan extract(String prefix) {
        BatchScan scan = new BatchLayout(source, catalogue).scan(prefix);
        FragmentFile fragment = new FragmentFile(source, catalogue, ports(), settings);
        scan.units().forEach(unit -> tallies.add(fragment.run(unit)));
        unfinished = scan.unfinished().stream().map(UnfinishedPartition::of).toList();
        return scan;
    }

    /// Reads one crosswalk file.
    public void crosswalk(CrosswalkKind kind, String key) {
        tallies.add(new FragmentCrosswalk(source, ports(), settings).run(kind, new SourceObject(key, 0, "")));
    }

    /// Says when the source is looked at.
    public void lookAt(Instant time) {
        asOf = time;
    }

    /// Says which structured data fields describe people or organisations.
    public void scopes(Map<String, FieldScope> fields) {
        scopes = Map.copyOf(fields);
    }

    /// Reads every file of the File Exporter under a prefix, and the attachments that its feeds name.
    public FileExporterScan fileExporter(String prefix) {
        FileExporterScan scan = new FileExporterLayout(source, catalogue).scan(prefix);
        FragmentFile fragment = new FragmentFile(source, catalogue, ports(), settings);
        FetchAttachments fetch = new FetchAttachments(
                source, new StoreAttachmentSource(source, scan.attachments()), attachments, answers());
        scan.units().forEach(unit -> {
            tallies.add(fragment.run(unit));
            if (unit.partition().feed().equals("fx_attachments")) {
                tallies.add(fetch.run(unit));
            }
        });
        return scan;
    }

    /// Reads one journal of pushed events, a line an event.
    public void events(String key, Iterable<byte[]> lines) {
        tallies.add(new FragmentEvents(catalogue, ports(), settings).run(new SourceObject(key, 0, ""), lines));
    }

    /// Stages answers of the configuration calls.
    public StageConfiguration configuration() {
        return new StageConfiguration(answers());
    }

    /// Stages answers of the Conversations API.
    public StageConversationAnswers conversationAnswers() {
        return new StageConversationAnswers(answers(), ports(), settings.company());
    }

    /// Stages what was generated.
    public StageGenerated generated() {
        return new StageGenerated(answers(), ports(), settings.company());
    }

    /// Settles identities and assembles every kind.
    public void assemble() {
        tallies.add(new ResolveIdentities(links, identities, FreeMailDomains.standard(), 10_000).run());
        AssembleBucket assemble = new AssembleBucket(
                new AssemblyPorts(fragments, bodies, identities, sinks, lists, RUN),
                catalogue,
                new AssemblySettings(unfinished, Map.of(), FreeMailDomains.standard(), asOf, scopes));
        for (EntityKind kind : EntityKind.values()) {
            for (int number = 0; number < buckets.value(); number++) {
                tallies.add(assemble.run(kind, new Bucket(number)));
            }
        }
    }

    /// The records of a kind by id.
    public SortedMap<String, JsonNode> records(EntityKind kind) {
        SortedMap<String, JsonNode> records = new TreeMap<>();
        for (int number = 0; number < buckets.value(); number++) {
            String lines = new String(sinks.bytes(kind, new Bucket(number)), StandardCharsets.UTF_8);
            lines.lines().forEach(line -> {
                JsonNode json = parse(line);
                records.put(json.get("id").asText(), json);
            });
        }
        return records;
    }

    /// The sum of a term over all tallies of a phase.
    public long sum(String phase, String term) {
        return tallies.stream()
                .filter(tally -> tally.phase().equals(phase))
                .mapToLong(tally -> tally.count(term))
                .sum();
    }

    /// What is to be asked of the Conversations API and generated, once identities are settled.
    ///
    /// @param generating the calls that may generate
    public ApiPlan planConversationReads(GeneratingCall... generating) {
        PlanConversationReads plan = new PlanConversationReads(
                new AssemblyPorts(fragments, bodies, identities, sinks, lists, RUN),
                catalogue,
                asOf,
                Set.of(generating));
        return IntStream.range(0, buckets.value())
                .mapToObj(number -> plan.run(new Bucket(number)))
                .reduce(ApiPlan.NONE, ApiPlan::plus);
    }

    /// The bytes of an attachment.
    public byte[] stored(String sha256) {
        return attachments.find(new BodyHash(sha256)).orElseThrow();
    }

    private FragmentAnswer answers() {
        return new FragmentAnswer(catalogue, ports(), settings);
    }

    private StagingPorts ports() {
        return new StagingPorts(fragments, bodies, links, lists, RUN);
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("a canonical line is not JSON", e);
        }
    }
}
