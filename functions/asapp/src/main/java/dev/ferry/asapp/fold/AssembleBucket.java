package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.RecordSink;
import dev.ferry.core.tally.Tally;
import org.jspecify.annotations.Nullable;

/// Folds all entities of one kind in one bucket into canonical records: the unit of work of assembly.
///
/// Kinds depend on each other: conversations first, since they contribute to customers and agents; then
/// customers, since they contribute to organisations; then the rest in any order. Within a kind, buckets are
/// independent. What all conversations need, the names of intents and the segments, is read once. *Threading*: one
/// thread.
public final class AssembleBucket {
    /// The name of the phase in tallies.
    public static final String PHASE = "assemble";

    /// The list of entities that could not be assembled.
    public static final String QUARANTINED = "quarantined";

    /// The list of conversations of which something is known to be missing.
    public static final String INCOMPLETE = "incomplete";

    /// The list of entities and ids that turned out to be part of another one, whose id is the detail. *Shape*: its
    /// units are named `{kind}/{bucket}`.
    public static final String MERGED = "merged";

    /// The list of issues that only pushed events know, each with what they say as JSON.
    public static final String GAPS = "gaps";

    /// The list of values that describe people or organisations and did not become theirs, each with its field.
    public static final String STRUCTURED_VALUES = "structured-values";

    private final AssemblyPorts ports;
    private final AssemblySettings settings;
    private final FeedCatalogue catalogue;
    private @Nullable ConversationSettings ofConversations;

    public AssembleBucket(AssemblyPorts ports, FeedCatalogue catalogue, AssemblySettings settings) {
        this.ports = ports;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /// Assembles the bucket and commits its records.
    ///
    /// Counts of entities: `distinct` = `staged` + `merged` + `quarantined`; of rows: `receivedRows` =
    /// `distinctRows` + `duplicateRows`; of fragments those of [dev.ferry.asapp.batch.FragmentTerms]; and
    /// `incomplete`, `supersededRows`, `supersededFields`, and of structured values `valuesWithoutParent`,
    /// `supersededValues`. The digest is over what was staged.
    public Tally run(EntityKind kind, Bucket bucket) {
        BucketRun run =
                new BucketRun(kind, bucket, ports, catalogue, !settings.scopes().isEmpty());
        RowReader reader = new RowReader(catalogue, ports.bodies());
        ScopedFields scoped = new ScopedFields(settings.scopes());
        try (RecordSink sink = ports.sinks().open(kind, bucket)) {
            run.writeTo(sink);
            switch (kind) {
                case CONVERSATION ->
                    new ConversationAssembly(ports, reader, conversationSettings(reader), scoped).assemble(run);
                case CUSTOMER -> new CustomerAssembly(ports, reader, settings.freeMail(), scoped).assemble(run);
                case ORGANIZATION -> new OrganizationAssembly(ports, reader).assemble(run);
                case AGENT -> new AgentAssembly(ports, reader).assemble(run);
                case QUEUE -> new CatalogueAssembly(ports, reader).queues(run);
                case INTENT -> new CatalogueAssembly(ports, reader).intents(run);
                case CONFIGURATION -> new ConfigurationAssembly(ports, reader, scoped).assemble(run);
            }
            sink.commit();
        }
        return run.finish();
    }

    private ConversationSettings conversationSettings(RowReader reader) {
        if (ofConversations == null) {
            ofConversations = new ConversationSettings(
                    IntentNames.read(ports.fragments(), reader),
                    settings.unfinished(),
                    settings.csatScales(),
                    SegmentRules.read(ports.fragments(), reader),
                    settings.asOf());
        }
        return ofConversations;
    }
}
