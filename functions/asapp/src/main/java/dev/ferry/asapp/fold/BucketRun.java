package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalJson;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.Incompleteness;
import dev.ferry.core.source.RealtimeGap;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.staging.RecordSink;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One run over one bucket: its sink, its counts and its lists. *Threading*: one thread.
final class BucketRun {
    private final EntityKind kind;
    private final Bucket bucket;
    private final AssemblyPorts ports;
    private final boolean listsStructuredValues;
    private final FoldedFragments folded;
    private final Map<String, Long> counts = new HashMap<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<Quarantined> incomplete = new ArrayList<>();
    private final List<Quarantined> merged = new ArrayList<>();
    private final List<Quarantined> gaps = new ArrayList<>();
    private final List<Quarantined> structuredValues = new ArrayList<>();
    private RecordDigest digest = RecordDigest.EMPTY;
    private @Nullable RecordSink sink;

    /// @param listsStructuredValues whether the run has fields whose values can miss their parent
    BucketRun(
            EntityKind kind,
            Bucket bucket,
            AssemblyPorts ports,
            FeedCatalogue catalogue,
            boolean listsStructuredValues) {
        this.kind = kind;
        this.bucket = bucket;
        this.ports = ports;
        this.listsStructuredValues = listsStructuredValues;
        this.folded = new FoldedFragments(catalogue, ports.runId());
        List.of("distinct", "staged", "merged", "quarantined", "receivedRows", "distinctRows", "duplicateRows")
                .forEach(term -> counts.put(term, 0L));
    }

    void writeTo(RecordSink sink) {
        this.sink = sink;
    }

    EntityKind kind() {
        return kind;
    }

    Bucket bucket() {
        return bucket;
    }

    /// Stages one canonical record.
    void stage(CanonicalId id, Object canonicalRecord) {
        byte[] json = CanonicalJson.bytes(canonicalRecord);
        Objects.requireNonNull(sink, "the run has a sink").write(id, json);
        digest = digest.plus(RecordDigest.of(id.value(), BodyHash.of(json).hex()));
        count("staged", 1);
    }

    /// Says that an id is part of another record.
    void merged() {
        count("distinct", 1);
        count("merged", 1);
    }

    /// Lists an entity, already counted as distinct, that is part of another record.
    void merged(CanonicalId id, CanonicalId into, String evidence) {
        count("merged", 1);
        merged.add(new Quarantined(id.value(), 0, evidence, into.value()));
    }

    /// Lists an id, already counted, under which the source knew a part of another record.
    void joined(String id, CanonicalId into, String evidence) {
        merged.add(new Quarantined(id, 0, evidence, into.value()));
    }

    /// Lists an entity that is not staged.
    void quarantine(CanonicalId id, String reason, String detail) {
        count("quarantined", 1);
        quarantined.add(new Quarantined(id.value(), 0, reason, detail));
    }

    /// Lists an issue that only pushed events know: it is not staged.
    void gap(CanonicalId id, RealtimeGap gap) {
        count("gaps", 1);
        quarantine(id, gap.exception() ? "REALTIME_ONLY" : "REALTIME_ONLY_SO_FAR", "see the list of gaps");
        gaps.add(new Quarantined(
                id.value(),
                0,
                gap.exception() ? "EXCEPTION" : "PROVISIONAL",
                new String(CanonicalJson.bytes(gap), StandardCharsets.UTF_8)));
    }

    /// Lists a staged conversation of which something is missing.
    void incomplete(CanonicalId id, Incompleteness missing) {
        count("incomplete", 1);
        incomplete.add(new Quarantined(
                id.value(),
                0,
                missing.reason(),
                "%s of %s, %s"
                        .formatted(
                                missing.missingMessages() == 0
                                        ? "the row"
                                        : "%d messages".formatted(missing.missingMessages()),
                                missing.feed(),
                                missing.partitions())));
    }

    /// Lists a structured data field of which a value did not become that of its parent.
    void tell(CanonicalId id, String reason, ScopedFields.Note note) {
        structuredValues.add(
                new Quarantined(id.value(), 0, reason, new String(CanonicalJson.bytes(note), StandardCharsets.UTF_8)));
    }

    /// Counts an entity and the rows it was folded from.
    void entity(RowTable rows) {
        count("distinct", 1);
        rows(rows);
    }

    /// Counts the fragments that an entity is folded from.
    void folded(List<Fragment> fragments) {
        folded.add(fragments);
    }

    /// Counts rows.
    void rows(RowTable rows) {
        count("receivedRows", rows.received());
        count("distinctRows", rows.distinct());
        count("duplicateRows", rows.received() - rows.distinct());
        count("supersededRows", rows.superseded().rows());
        count("supersededFields", rows.superseded().fields());
    }

    void count(String term, long more) {
        counts.merge(term, more, Long::sum);
    }

    Tally finish() {
        String unit = kind.label() + '/' + bucket.label();
        ports.lists().put(AssembleBucket.QUARANTINED, unit, quarantined);
        ports.lists().put(AssembleBucket.INCOMPLETE, unit, incomplete);
        ports.lists().put(AssembleBucket.MERGED, unit, merged);
        if (kind == EntityKind.CONVERSATION) {
            ports.lists().put(AssembleBucket.GAPS, unit, gaps);
        }
        if (listsStructuredValues) {
            ports.lists().put(AssembleBucket.STRUCTURED_VALUES, unit, structuredValues);
        }
        folded.putInto(counts);
        return new Tally(AssembleBucket.PHASE, unit, new TreeMap<>(counts), digest);
    }
}
