package dev.ferry.salesforce.target;

import dev.ferry.core.load.Allowance;
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
import dev.ferry.core.staging.NoAttachments;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.rest.OrgLimits;
import dev.ferry.salesforce.client.rest.SObjectDescribe;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A Salesforce org as a target.
public final class SalesforceTarget implements Target, Undoable {
    private static final int BULK_ATTEMPTS = 2;

    // Salesforce counts over the last 24 hours.
    private static final Duration DAY = Duration.ofHours(24);

    private final SalesforceClient client;
    private final SalesforceTargetSettings settings;
    private final AttachmentStore files;

    /// An org that is given no files.
    public SalesforceTarget(SalesforceClient client, SalesforceTargetSettings settings) {
        this(client, settings, new NoAttachments());
    }

    private SalesforceTarget(SalesforceClient client, SalesforceTargetSettings settings, AttachmentStore files) {
        this.client = client;
        this.settings = settings;
        this.files = files;
    }

    /// The same target, whose files have their bytes in a store.
    public SalesforceTarget withFiles(AttachmentStore store) {
        return new SalesforceTarget(client, settings, store);
    }

    @Override
    public String title() {
        return "Salesforce Service Cloud";
    }

    @Override
    public TargetSchema describe(Collection<ObjectName> objects) {
        return new TargetSchema(objects.stream()
                .map(object -> SchemaOf.object(describe(object)))
                .toList());
    }

    private SObjectDescribe describe(ObjectName object) {
        return Refusals.translated(() -> client.schema().describe(object.value()));
    }

    @Override
    public List<Finding> check(List<CompiledPhase> phases) {
        return new Preflight(client).findings(phases);
    }

    @Override
    public Loaders loaders(CompiledPhase phase) {
        KeyLookup lookup = new KeyLookup(client);
        UpdateFields update = new UpdateFields(client, phase);
        BulkLoader bulk = new BulkLoader(client, lookup, update);
        CollectionsLoader collections = new CollectionsLoader(client, lookup, update, new FileUpload(client, files));
        SalesforceLoader bySize = new SalesforceLoader(bulk, collections, lookup, settings.bulkThreshold());
        SalesforceLoader oneByOne = new SalesforceLoader(bulk, collections, lookup, Integer.MAX_VALUE);
        return attempt -> attempt < BULK_ATTEMPTS ? bySize : oneByOne;
    }

    @Override
    public TargetReader reader(TargetSchema schema, List<CompiledPhase> phases) {
        return new SalesforceReader(client, settings, new MappedFields(schema, phases));
    }

    @Override
    public Optional<Allowance> allowance() {
        return client.usage().map(usage -> new Allowance(usage.used(), usage.max(), DAY));
    }

    @Override
    public TargetForecast forecast(PlannedLoad load) {
        OrgLimits limits = Refusals.translated(() -> client.org().limits());
        return new LoadForecast(settings, limits).of(load);
    }

    @Override
    public Undoer undoer(TargetSchema schema, List<CompiledPhase> phases) {
        return new SalesforceUndoer(client, reader(schema, phases));
    }

    @Override
    public UserDirectory users() {
        return new SalesforceUsers(client);
    }
}
