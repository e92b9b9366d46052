package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One pass over one file: every line becomes a row of a fragment or an entry of the list of rejected lines.
/// *Threading*: one thread.
final class FilePass {
    /// How many rejected lines are held before they are listed.
    private static final int REJECTED_A_PART = 10_000;

    private final FeedSpec feed;
    private final WorkUnit unit;
    private final RecordDigest state;
    private final StagingPorts ports;
    private final FragmentSettings settings;
    private final EntityKind kind;
    private final Slots slots;
    private final RowScanner scanner;
    private final FragmentBuffer fragments;
    private final LinkBuffer links;
    private final List<Quarantined> rejected = new ArrayList<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long received;
    private long fragmented;
    private long bytes;
    private int rejectedParts;
    private long lastLine;

    /// @param state what the tally carries, and by which the fragments are marked
    FilePass(FeedSpec feed, WorkUnit unit, RecordDigest state, StagingPorts ports, FragmentSettings settings) {
        this.feed = feed;
        this.unit = unit;
        this.state = state;
        this.ports = ports;
        this.settings = settings;
        this.kind = feed.kind()
                .orElseThrow(() -> new FerryException(
                        ErrorCode.SOURCE_UNREADABLE, "rows of " + feed.name() + " belong to no entity"));
        this.slots = Slots.of(feed);
        this.scanner = feed.nested()
                ? new TreeScanner(feed, slots.wanted())
                : new LineScanner(feed, slots.wanted(), settings.schema());
        this.fragments = new FragmentBuffer(
                ports,
                kind,
                new FragmentBuffer.Place(feed.name(), unit.partition().label(), unit.fileName()),
                ports.mark(state),
                settings.windowBytes());
        this.links = new LinkBuffer(ports.links(), feed.name(), unit.key());
        counts.put("rejected", 0L);
    }

    void line(LineReader line) {
        lastLine = line.number();
        if (line.oversized()) {
            reject(RejectReason.TOO_LONG, "longer than " + settings.maxLineBytes() + " bytes");
        } else if (!isBlank(line)) {
            bytes += line.length() + 1L;
            switch (scanner.scan(line)) {
                case ScannedLine.Rejected(RejectReason reason, String detail) -> reject(reason, detail);
                case ScannedLine.Row(List<@Nullable String> values) -> row(line, values);
            }
        }
    }

    /// Says that the file cannot be read on: nobody knows how many lines that costs, so it counts as one.
    void broken(String fault) {
        lastLine++;
        reject(RejectReason.BROKEN_FILE, fault);
    }

    Tally finish() {
        counts.put("received", received);
        counts.put("fragmented", fragmented);
        counts.put("bytes", bytes);
        long written = fragments.finish();
        counts.put(FragmentTerms.FRAGMENTS, written);
        counts.put(FragmentTerms.written(FragmentTerms.channel(feed)), written);
        counts.put("links", links.finish());
        listRejected();
        ports.lists().put(FragmentFile.DRIFTED, unit.key(), drifted());
        return new Tally(FragmentFile.PHASE, unit.key(), counts, state);
    }

    private List<Quarantined> drifted() {
        return scanner.drifted().stream()
                .flatMap(column -> settings
                        .schema()
                        .drift(feed.name(), column, feed.known().contains(column))
                        .map(drift -> new Quarantined(unit.key(), 0, drift.name(), column))
                        .stream())
                .toList();
    }

    private void row(LineReader line, List<@Nullable String> values) {
        String company = Objects.requireNonNullElse(values.get(Slots.COMPANY), settings.company());
        String own = RowId.normal(values.get(Slots.ENTITY));
        String other = slots.otherwise() < 0 ? null : RowId.normal(values.get(slots.otherwise()));
        if (own != null) {
            stage(line, values, company, EntityNames.of(feed, kind, company, own));
        } else if (other != null) {
            stage(line, values, company, EntityNames.of(kind, company, other));
        } else {
            reject(
                    RejectReason.MISSING_ID,
                    feed.entity() + " and " + feed.otherwise().orElse("it") + " null");
        }
    }

    private void stage(LineReader line, List<@Nullable String> values, String company, String entity) {
        received++;
        fragmented++;
        fragments.add(entities(entity, company, values), unit.split(), line.number(), scanner.payload(line));
        slots.links().ifPresent(shown -> shown.links(company, slots.linkValues(values), line.number(), links::add));
    }

    /// The entities that get the row, each once.
    private Set<String> entities(String own, String company, List<@Nullable String> values) {
        if (slots.also().isEmpty()) {
            return Set.of(own);
        }
        Set<String> entities = new LinkedHashSet<>();
        entities.add(own);
        for (int slot : slots.also()) {
            String id = RowId.normal(values.get(slot));
            if (id != null) {
                entities.add(EntityNames.of(kind, company, id));
            }
        }
        return entities;
    }

    private void reject(RejectReason reason, String detail) {
        received++;
        count("rejected");
        count("rejected." + reason);
        rejected.add(new Quarantined(unit.key(), lastLine, reason.name(), detail));
        if (rejected.size() == REJECTED_A_PART) {
            listRejected();
        }
    }

    /// Parts are cut by number alone, so a repeat writes the same ones.
    private void listRejected() {
        String part = rejectedParts == 0 ? unit.key() : "%s.%05d".formatted(unit.key(), rejectedParts);
        ports.lists().put(FragmentFile.REJECTED, part, List.copyOf(rejected));
        rejected.clear();
        rejectedParts++;
    }

    private void count(String term) {
        counts.merge(term, 1L, Long::sum);
    }

    private static boolean isBlank(LineReader line) {
        for (int i = line.start(); i < line.start() + line.length(); i++) {
            if (line.buffer()[i] > ' ' || line.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// Which columns the first look reads, and where they stand.
    private record Slots(
            List<String> wanted,
            int otherwise,
            List<Integer> also,
            Optional<LinkColumns> links,
            List<Integer> linkSlots) {
        static final int COMPANY = 0;
        static final int ENTITY = 1;

        static Slots of(FeedSpec feed) {
            Optional<LinkColumns> links = LinkColumns.of(feed);
            List<String> linkColumns = links.map(LinkColumns::columns).orElse(List.of());
            Set<String> wanted = new LinkedHashSet<>(List.of(feed.company(), feed.entity()));
            feed.otherwise().ifPresent(wanted::add);
            wanted.addAll(feed.also());
            wanted.addAll(linkColumns);
            List<String> order = List.copyOf(wanted);
            return new Slots(
                    order,
                    feed.otherwise().map(order::indexOf).orElse(-1),
                    feed.also().stream().map(order::indexOf).toList(),
                    links,
                    linkColumns.stream().map(order::indexOf).toList());
        }

        List<@Nullable String> linkValues(List<@Nullable String> values) {
            List<@Nullable String> picked = new ArrayList<>(linkSlots.size());
            linkSlots.forEach(slot -> picked.add(values.get(slot)));
            return picked;
        }
    }
}
