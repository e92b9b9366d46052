package dev.ferry.local.asapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.asapp.admin.AdminRouter;
import dev.ferry.local.asapp.admin.CallsResource;
import dev.ferry.local.asapp.admin.ClockResource;
import dev.ferry.local.asapp.admin.KeysResource;
import dev.ferry.local.asapp.admin.KnobsResource;
import dev.ferry.local.asapp.batch.BatchPublisher;
import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.CallUsage;
import dev.ferry.local.asapp.configuration.ConfigurationResource;
import dev.ferry.local.asapp.content.CannedResponses;
import dev.ferry.local.asapp.content.KnowledgeBase;
import dev.ferry.local.asapp.conversations.ConversationStore;
import dev.ferry.local.asapp.conversations.ConversationsResource;
import dev.ferry.local.asapp.events.Delivery;
import dev.ferry.local.asapp.events.DeliveryLog;
import dev.ferry.local.asapp.events.EventPullResource;
import dev.ferry.local.asapp.events.EventPushing;
import dev.ferry.local.asapp.events.PushesResource;
import dev.ferry.local.asapp.fileexporter.FileExporter;
import dev.ferry.local.asapp.http.ApiFront;
import dev.ferry.local.asapp.http.ApiRouter;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.limits.Gate;
import dev.ferry.local.asapp.renditions.Renditions;
import dev.ferry.local.asapp.summaries.SummariesResource;
import dev.ferry.local.asapp.tenant.Knobs;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.endpoint.HttpEndpoint;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.Shutdown;
import dev.ferry.local.journal.Facts;
import dev.ferry.local.journal.RecordLog;
import dev.ferry.local.simulation.Chance;
import dev.ferry.local.simulation.ClockControl;
import dev.ferry.local.simulation.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A running ASAPP tenant.
///
/// Its biggest advantage: it keeps every limit and can show every fault that the reference names, and writes down
/// every request. Its biggest limitation: much of ASAPP is not public; what is assumed is a knob, not a certainty.
///
/// *Threading*: safe for concurrent use.
public final class AsappSimulator implements AutoCloseable {
    private static final String PORT_OPTION = "--port-base";

    private final Shutdown shutdown;
    private final Path export;
    private final Path state;
    private final Tenant tenant;
    private final Facts facts;
    private final Gate gate;
    private final RecordLog<CallRecord> log;
    private final DeliveryLog deliveries;
    private final EventPushing pushing;
    private final BatchPublisher batch;
    private final ConversationStore conversations;
    private final ConfigurationResource configuration;
    private final HttpEndpoint api;
    private final HttpEndpoint other;

    private AsappSimulator(AsappSimulatorSettings settings, Shutdown shutdown) {
        this.shutdown = shutdown;
        this.export = settings.export();
        this.state = prepared(settings.stateDirectory());
        this.facts = shutdown.add(new Facts(state));
        VirtualClock clock = new VirtualClock(
                settings.clock(), settings.ticker(), settings.knobs().time());
        this.tenant = new Tenant(
                settings.company(),
                settings.credentials(),
                new Chance(settings.seed(), settings.ids()),
                clock,
                settings.knobs());
        this.gate = new Gate(
                tenant, key -> facts.record(Facts.fact(KeysResource.REVOKED).put("key", key)));
        this.log = shutdown.add(new RecordLog<>(state.resolve("calls.jsonl"), CallRecord::of));
        this.deliveries = shutdown.add(new DeliveryLog(state));
        this.pushing = shutdown.add(new EventPushing(tenant, deliveries));
        ExportTree feeds = new ExportTree(export.resolve("batch"));
        this.batch = shutdown.add(new BatchPublisher(
                tenant, export, batchDirectory(), new Renditions(tenant, feeds, state.resolve("renditions/batch"))));
        this.conversations = new ConversationStore(tenant, facts, export);
        this.configuration = new ConfigurationResource(tenant, facts, export);
        this.other = shutdown.add(
                HttpEndpoint.bind(new LoopbackPort("ASAPP downloads", settings.downloadPort(), PORT_OPTION)));
        this.api = shutdown.add(HttpEndpoint.bind(new LoopbackPort("ASAPP", settings.port(), PORT_OPTION)));
    }

    /// Starts a tenant, or takes up the one that the state directory holds.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException]; `UncheckedIOException` when the state directory
    /// cannot be written. Nothing keeps running after an error.
    public static AsappSimulator start(AsappSimulatorSettings settings) {
        Shutdown shutdown = new Shutdown();
        try {
            AsappSimulator simulator = new AsappSimulator(settings, shutdown);
            simulator.resume();
            simulator.serve();
            return simulator;
        } catch (RuntimeException e) {
            shutdown.afterFailure(e);
            throw e;
        }
    }

    private void resume() {
        facts.replay(this::replay);
        new ClockControl(tenant.clock(), facts).keep();
        log.replay(gate::replay);
    }

    private void serve() {
        ExportTree tree = new ExportTree(export.resolve("fileexporter"));
        FileExporter exporter = new FileExporter(
                tenant, tree, new Renditions(tenant, tree, state.resolve("renditions/fileexporter")), downloads());
        Map<String, Resource> families = Map.of(
                "fileexporter", exporter.calls(),
                "conversation", new ConversationsResource(tenant, conversations),
                "autosummary", new SummariesResource(tenant, conversations, export),
                "configuration", configuration,
                "autocompose", new CannedResponses(export),
                "knowledge-base", new KnowledgeBase(export));
        ApiFront front = new ApiFront(tenant, gate, log, new ApiRouter(tenant, families), admin());
        other.start(exporter.downloads(gate, log)::answer);
        api.start(front::answer);
        pushing.start(export);
        batch.start();
    }

    private void changed() {
        pushing.noteTargets();
        batch.catchUp();
    }

    private Resource admin() {
        return new AdminRouter(Map.of(
                "knobs", new KnobsResource(tenant, changed -> changed()),
                "clock", new ClockResource(new ClockControl(tenant.clock(), facts), batch::catchUp),
                "keys", new KeysResource(tenant, gate, facts),
                "calls", new CallsResource(log),
                "pushes", new PushesResource(deliveries),
                "events", new EventPullResource(tenant, export)));
    }

    /// The base URL of the API. *Shape*: `http://127.0.0.1:port`.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    /// The base URL of the host that presigned URLs lead to.
    public URI downloads() {
        return URI.create("http://127.0.0.1:" + other.port());
    }

    /// The directory that shows what the bucket of the batch feeds holds; to be a read-only bucket of an S3.
    public Path batchDirectory() {
        return state.resolve("batch");
    }

    /// The name of the bucket of the batch feeds.
    public String batchBucket() {
        return tenant.knobs().batch().batchBucket().replace("{company}", tenant.company());
    }

    /// The knobs in force.
    public Knobs knobs() {
        return tenant.knobs();
    }

    /// Changes the knobs.
    public void knobs(Knobs changed) {
        tenant.knobs(changed);
        changed();
    }

    /// The tenant's time.
    public VirtualClock clock() {
        return tenant.clock();
    }

    /// The latest requests, oldest first.
    public List<CallRecord> calls() {
        return log.latest();
    }

    /// How much of the limits all requests used.
    public CallUsage usage() {
        return CallUsage.of(log);
    }

    /// What became of the events so far.
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    /// Stops answering and closes the files.
    @Override
    public void close() {
        shutdown.close();
    }

    private void replay(JsonNode fact) {
        switch (fact.path("k").asText()) {
            case ClockControl.FACT -> ClockControl.replay(fact, tenant.clock());
            case KeysResource.REVOKED -> gate.revoke(fact.path("key").asText());
            case KeysResource.RESET -> gate.reset(fact.path("key").asText());
            case ConversationStore.HEAD, ConversationStore.MESSAGES -> conversations.replay(fact);
            case ConfigurationResource.FACT -> configuration.replay(fact);
            default -> throw new IllegalStateException("The journal holds an unknown fact: " + fact.path("k"));
        }
    }

    private static Path prepared(Path stateDirectory) {
        try {
            return Files.createDirectories(stateDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + stateDirectory, e);
        }
    }
}
