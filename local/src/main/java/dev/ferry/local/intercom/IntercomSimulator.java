package dev.ferry.local.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.endpoint.HttpEndpoint;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.endpoint.Shutdown;
import dev.ferry.local.intercom.admin.AdminCalls;
import dev.ferry.local.intercom.attributes.ConversationAttributesResource;
import dev.ferry.local.intercom.attributes.DataAttributesResource;
import dev.ferry.local.intercom.calls.CallRecord;
import dev.ferry.local.intercom.calls.CallUsage;
import dev.ferry.local.intercom.calls.Verdict;
import dev.ferry.local.intercom.companies.CompaniesResource;
import dev.ferry.local.intercom.contacts.ContactLife;
import dev.ferry.local.intercom.contacts.ContactsResource;
import dev.ferry.local.intercom.conversations.ConversationsResource;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.files.FileStore;
import dev.ferry.local.intercom.files.UrlFetch;
import dev.ferry.local.intercom.http.ApiFront;
import dev.ferry.local.intercom.http.FaultPlan;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.jobs.Jobs;
import dev.ferry.local.intercom.limits.RateWindows;
import dev.ferry.local.intercom.limits.ReplyThrottle;
import dev.ferry.local.intercom.messages.MessagesResource;
import dev.ferry.local.intercom.notes.NotesResource;
import dev.ferry.local.intercom.people.PeopleResource;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.tags.TagsResource;
import dev.ferry.local.intercom.tickets.TicketsResource;
import dev.ferry.local.intercom.workspace.Knobs;
import dev.ferry.local.intercom.workspace.PlannedFault;
import dev.ferry.local.intercom.workspace.Workspace;
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
import java.util.Iterator;
import java.util.List;

/// A running Intercom workspace.
///
/// Its biggest advantage: it keeps every limit and can show every fault that the reference names, and writes down
/// every call and everything that would have left for a customer. Its biggest limitation: what Intercom leaves
/// undocumented is assumed, to the stricter side, and is a knob.
///
/// *Threading*: safe for concurrent use.
public final class IntercomSimulator implements AutoCloseable {
    private static final String PORT_OPTION = "--port-base";

    private final Shutdown shutdown;
    private final Facts facts;
    private final Workspace workspace;
    private final DocumentStore store;
    private final RecordLog<CallRecord> log;
    private final RateWindows windows = new RateWindows();
    private final FaultPlan faults;
    private final HttpEndpoint api;
    private final FileStore files;
    private final Dump dump;
    private final WorkspaceSeed seed;
    private final Jobs jobs;

    private IntercomSimulator(IntercomSimulatorSettings settings, Shutdown shutdown) {
        this.shutdown = shutdown;
        Path state = prepared(settings.stateDirectory());
        this.facts = shutdown.add(new Facts(state));
        VirtualClock clock = new VirtualClock(
                settings.clock(), settings.ticker(), settings.knobs().time());
        this.workspace = new Workspace(
                settings.identity(),
                settings.apps(),
                new Chance(settings.seed(), settings.ids()),
                clock,
                settings.knobs());
        this.store = new DocumentStore(facts);
        this.log = shutdown.add(new RecordLog<>(state.resolve("calls.jsonl"), CallRecord::of));
        this.faults = new FaultPlan(workspace);
        this.jobs = new Jobs(workspace, store);
        this.api = shutdown.add(HttpEndpoint.bind(new LoopbackPort("Intercom", settings.port(), PORT_OPTION)));
        this.files = new FileStore(state.resolve("files"), endpoint(), workspace);
        Attachments attachments = new Attachments(workspace, files, shutdown.add(new UrlFetch()));
        this.dump = new Dump(workspace, store, attachments);
        this.seed = new WorkspaceSeed(workspace, store, settings.admins());
        resume();
        ApiFront front = new ApiFront(
                new ApiFront.Surroundings(workspace, windows, faults, log), routes(attachments), settings.observer());
        AdminCalls admin = admin();
        api.start(request -> answer(request, front, admin));
    }

    /// Starts a workspace, or takes up the one that the state directory holds.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException]; `UncheckedIOException` when the state directory
    /// cannot be written. Nothing keeps running after an error.
    public static IntercomSimulator start(IntercomSimulatorSettings settings) {
        Shutdown shutdown = new Shutdown();
        try {
            return new IntercomSimulator(settings, shutdown);
        } catch (RuntimeException e) {
            shutdown.afterFailure(e);
            throw e;
        }
    }

    private void resume() {
        facts.replay(fact -> {
            switch (fact.path("k").asText()) {
                case ClockControl.FACT -> ClockControl.replay(fact, workspace.clock());
                case DocumentStore.EDIT, DocumentStore.RESET -> store.replay(fact);
                default -> throw new IllegalStateException("The journal holds an unknown fact: " + fact.path("k"));
            }
        });
        new ClockControl(workspace.clock(), facts).keep();
        log.replay(call -> {
            if (call.verdict() == Verdict.ADMITTED) {
                windows.replay(call.app(), call.window(), workspace.knobs().limits());
            }
        });
        seed.plant();
    }

    private Routes routes(Attachments attachments) {
        Routes routes = new Routes();
        new PeopleResource(workspace, store).addTo(routes);
        // Before contacts and companies, whose paths have variables in the same place.
        jobs.addTo(routes);
        new ContactsResource(workspace, store).addTo(routes);
        new CompaniesResource(workspace, store).addTo(routes);
        new TagsResource(workspace, store).addTo(routes);
        new NotesResource(workspace, store).addTo(routes);
        new DataAttributesResource(workspace, store).addTo(routes);
        new ConversationAttributesResource(workspace, store).addTo(routes);
        new ConversationsResource(workspace, store, attachments).addTo(routes, new ReplyThrottle());
        new MessagesResource(workspace, store).addTo(routes);
        new TicketsResource(workspace, store, attachments).addTo(routes, jobs);
        return routes;
    }

    private AdminCalls admin() {
        return new AdminCalls(
                workspace,
                new ClockControl(workspace.clock(), facts),
                faults,
                log,
                new AdminCalls.Deeds(dump::records, new ContactLife(workspace, store)::makeUnrestorable, this::reset));
    }

    private Response answer(Request request, ApiFront front, AdminCalls admin) throws IOException {
        String first = request.segments().isEmpty() ? "" : request.segments().getFirst();
        return switch (first) {
            case "sim" -> admin.answer(request);
            case "downloads" -> files.answer(request);
            default -> {
                jobs.settle();
                yield front.answer(request);
            }
        };
    }

    /// The base URL of the API, whatever the region. *Shape*: `http://127.0.0.1:port`.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    /// The objects that can be dumped.
    public List<String> objects() {
        return List.copyOf(dump.objects());
    }

    /// The records of an object as the API would show them, each read when it is asked for.
    public Iterator<JsonNode> dump(String objectName) {
        return dump.records(objectName);
    }

    /// The knobs in force.
    public Knobs knobs() {
        return workspace.knobs();
    }

    /// Changes the knobs.
    public void knobs(Knobs changed) {
        workspace.knobs(changed);
    }

    /// Plans a fault.
    public void plan(PlannedFault fault) {
        faults.add(fault);
    }

    /// The workspace's time.
    public VirtualClock clock() {
        return workspace.clock();
    }

    /// The latest calls, oldest first.
    public List<CallRecord> calls() {
        return log.latest();
    }

    /// How much of the limits all calls used, and what they did.
    public CallUsage usage() {
        return CallUsage.of(log);
    }

    /// What would have left for customers, oldest first.
    public List<JsonNode> notifications() {
        return store.read(documents -> List.copyOf(documents.all(Kind.NOTIFICATION)));
    }

    /// Empties the workspace; the record of calls stays.
    public void reset() {
        store.reset();
        faults.clear();
        seed.plant();
    }

    /// Stops answering and closes the files.
    @Override
    public void close() {
        shutdown.close();
    }

    private static Path prepared(Path stateDirectory) {
        try {
            return Files.createDirectories(stateDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + stateDirectory, e);
        }
    }
}
