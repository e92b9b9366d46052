package dev.ferry.intercom.target;

import dev.ferry.core.load.Allowance;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.Loaders;
import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.Target;
import dev.ferry.core.load.TargetForecast;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.owners.UserDirectory;
import dev.ferry.core.rollback.Undoable;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.time.Sleeper;
import dev.ferry.intercom.client.IntercomClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workspace of Intercom as a target.
public final class IntercomTarget implements Target, Undoable {
    private final IntercomClient client;
    private final IntercomOptions options;
    private final Surroundings around;
    private final Admins admins;
    private final WorkspaceAttributes attributes;
    private final SegmentTags tags;
    private final Interlock interlock;

    /// What a target takes from the run it is made for.
    ///
    /// @param catalogue the attributes that Ferry makes
    /// @param letGo done after each call of a loader: gives back what is held of the shared budget
    record Surroundings(RunPorts run, AttributeCatalogue catalogue, Clock clock, Sleeper sleeper, Runnable letGo) {}

    /// What of a run the target needs.
    ///
    /// @param runId the run that loads
    /// @param ledger what stands in the workspace
    /// @param files the bytes of attachments
    public record RunPorts(String migrationId, String runId, Ledger ledger, AttachmentStore files) {}

    IntercomTarget(IntercomClient client, IntercomOptions options, Surroundings around) {
        this.client = client;
        this.options = options;
        this.around = around;
        this.admins = new Admins(client.workspace(), options.admin());
        this.attributes = new WorkspaceAttributes(client.attributes());
        this.tags = new SegmentTags(around.run().ledger());
        this.interlock = new Interlock(client, options.confirmedOff(), around);
    }

    @Override
    public String title() {
        return "Intercom";
    }

    @Override
    public TargetSchema describe(Collection<ObjectName> objects) {
        return new SchemaOf(attributes, around.catalogue()).of(objects);
    }

    @Override
    public List<Finding> check(List<CompiledPhase> phases) {
        List<Finding> findings = new ArrayList<>(new Preflight(client, options).findings());
        findings.addAll(preparation().findings(phases));
        findings.addAll(interlock.findings());
        return List.copyOf(findings);
    }

    @Override
    public void prepare(List<CompiledPhase> phases) {
        preparation().create(phases);
        interlock.probe(admins.loadingUser().id());
    }

    private PrepareAttributes preparation() {
        return new PrepareAttributes(
                client.attributes(),
                attributes,
                around.catalogue(),
                new PreparedAttributes(around.run().ledger(), around.run().runId(), around.clock()));
    }

    @Override
    public Loaders loaders(CompiledPhase phase) {
        WriteLedger ledger = new WriteLedger(around.run().ledger(), around.run().runId(), phase.name(), phase.object());
        IntercomLoader.Shift shift = new IntercomLoader.Shift(options.parallel(), options.step(), around.clock());
        IntercomLoader loader = new IntercomLoader(writer(phase), ledger, shift, around.letGo());
        return attempt -> loader;
    }

    private RecordWriter writer(CompiledPhase phase) {
        String object = phase.object().value();
        return switch (object) {
            case "Tag" -> RecordWriter.oneByOne(new TagWriter(client.tags())::write);
            case "ConversationAttribute" ->
                RecordWriter.oneByOne(new AttributeWriter(client.attributes(), attributes)::write);
            case "Company" ->
                RecordWriter.oneByOne(new CompanyWriter(client.companies(), () -> contactForm(phase))::write);
            case "Contact" ->
                RecordWriter.oneByOne(new ContactWriter(client.contacts(), () -> contactForm(phase))::write);
            case "Conversation" ->
                RecordWriter.oneByOne(new ConversationWriter(
                        client.conversations(), new StructuredValues(attributes), around.sleeper())::write);
            case "Message" ->
                new MessageWriter(
                        client.conversations(),
                        partForm(),
                        new FileContent(around.run().files()),
                        new Waiting.Pace(options.replyPause(), around.clock(), around.sleeper()));
            case "ConversationState" ->
                RecordWriter.oneByOne(new StateWriter(
                        client.conversations(), () -> admins.loadingUser().id(), tags, options.ticketType())::write);
            default -> throw new IllegalStateException("Intercom has no " + object);
        };
    }

    private ContactForm contactForm(CompiledPhase phase) {
        TargetSchema schema = describe(List.of(phase.object()));
        return new ContactForm(new MappedFields(schema, List.of(phase)).of(phase.object()));
    }

    private PartForm partForm() {
        return new PartForm(() -> admins.loadingUser().id(), options.files());
    }

    @Override
    public TargetReader reader(TargetSchema schema, List<CompiledPhase> phases) {
        return new Readers(client, attributes, tags)
                .of(
                        new MappedFields(schema, phases),
                        partForm(),
                        !options.ticketType().isEmpty());
    }

    @Override
    public Optional<Allowance> allowance() {
        int limit = client.windowLimit();
        return limit == 0
                ? Optional.empty()
                : Optional.of(new Allowance(Math.max(0, limit - client.windowLeft()), limit, IntercomBudget.WINDOW));
    }

    @Override
    public TargetForecast forecast(PlannedLoad load) {
        List<CompiledPhase> phases =
                load.phases().stream().map(PlannedLoad.Writes::phase).toList();
        long beforehand = preparation().calls(phases) + interlock.calls();
        return new LoadForecast(options, announced()).of(load, beforehand);
    }

    // Every answer announces it.
    private int announced() {
        Refusals.translated(client.workspace()::me);
        return client.windowLimit();
    }

    @Override
    public Undoer undoer(TargetSchema schema, List<CompiledPhase> phases) {
        MappedFields mapped = new MappedFields(schema, phases);
        Readers readers = new Readers(client, attributes, tags);
        return new IntercomUndoer(
                Map.of(
                        ConversationWriter.OBJECT,
                        new ConversationUndo(client.conversations(), readers.conversations(mapped)),
                        TagWriter.OBJECT,
                        new TagUndo(client),
                        ContactWriter.OBJECT,
                        new ContactUndo(client, new ContactForm(mapped.of(ContactWriter.OBJECT))),
                        CompanyWriter.OBJECT,
                        new CompanyUndo(client.companies(), readers.companies(mapped)),
                        Interlock.PROBE,
                        (items, rules) -> interlock::undo,
                        AttributeWriter.OBJECT,
                        new AttributeUndo(client.attributes(), attributes, false),
                        PreparedAttributes.OBJECT,
                        new AttributeUndo(client.attributes(), attributes, true)),
                new IntercomUndoer.Pace(
                        options.parallel(),
                        IntercomBudget.window(options.pace(), client.windowLimit()),
                        around.letGo()));
    }

    @Override
    public UserDirectory users() {
        return admins;
    }
}
