package dev.ferry.asapp.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.asapp.batch.EntityNames;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.batch.LinkBuffer;
import dev.ferry.asapp.batch.LinkColumns;
import dev.ferry.asapp.batch.RejectReason;
import dev.ferry.asapp.batch.ScannedLine;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.batch.TreeScanner;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a batch of pushed events into staging: a unit of work of extraction. Doing it again writes the same.
///
/// *Source*: reference, section 5.
public final class FragmentEvents {
    private static final int EVENTS_PER_PUT = 500;
    private static final int UNIT_DIGITS = 16;
    private static final String NAME_PREFIX = "com.asapp.event.";
    private static final ObjectReader READER =
            JsonMapper.builder().build().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FeedCatalogue catalogue;
    private final StagingPorts ports;
    private final FragmentSettings settings;

    public FragmentEvents(FeedCatalogue catalogue, StagingPorts ports, FragmentSettings settings) {
        this.catalogue = catalogue;
        this.ports = ports;
        this.settings = settings;
    }

    /// Stages the bodies of events in the order in which they were delivered; an empty one is passed over.
    ///
    /// Counts: `received` = `fragmented` + `repeated` + `rejected`, and `rejected.{reason}`, `fragments`,
    /// also by channel, and `links`. A repeated event has an id that an earlier one of the unit has; a repeat in
    /// another unit is a fragment of its own, which the fold counts as a duplicate row.
    ///
    /// @param object the unit, for example a piece of the receiver's journal
    public Tally run(SourceObject object, Iterable<byte[]> bodies) {
        Pass pass = new Pass(object);
        bodies.forEach(pass::event);
        return pass.finish();
    }

    /// Stages the events of a file, as far as it can be read: a fault counts as one rejected event.
    public Tally run(SourceObject object, EventLines lines) {
        Pass pass = new Pass(object);
        lines.forEach(pass::event);
        lines.fault().ifPresent(pass::broken);
        return pass.finish();
    }

    private final class Pass {
        private final String unit;
        private final String source;
        private final RecordDigest state;
        private final LinkBuffer links;
        private final Map<String, Feed> feeds = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Fragment> batch = new ArrayList<>();
        private final List<Quarantined> rejected = new ArrayList<>();
        private final SortedMap<String, Long> counts = new TreeMap<>();
        private long number;

        Pass(SourceObject object) {
            this.unit = object.key();
            this.source = '.' + CanonicalIds.digits(unit, UNIT_DIGITS);
            this.state = object.state();
            this.links = new LinkBuffer(ports.links(), "events", unit);
            List.of("received", "fragmented", "repeated", "rejected", FragmentTerms.FRAGMENTS)
                    .forEach(term -> counts.put(term, 0L));
        }

        void event(byte[] body) {
            number++;
            if (isBlank(body)) {
                return;
            }
            count("received");
            try {
                JsonNode event = READER.readTree(body);
                String name = event.path("name").asText("");
                Optional<FeedSpec> spec = name.startsWith(NAME_PREFIX)
                        ? catalogue.find(name.substring(NAME_PREFIX.length()))
                        : Optional.empty();
                if (spec.isEmpty()) {
                    refuse(event);
                } else {
                    look(feeds.computeIfAbsent(name, _ -> Feed.of(spec.get())), event, body);
                }
            } catch (IOException _) {
                reject(RejectReason.BAD_JSON, "malformed or truncated JSON");
            }
        }

        void broken(String fault) {
            number++;
            count("received");
            reject(RejectReason.BROKEN_FILE, fault);
        }

        private void refuse(JsonNode event) {
            if (event.isObject()) {
                reject(RejectReason.MISSING_ID, "name is not that of a known feed of events");
            } else {
                reject(RejectReason.WRONG_TYPE, "no object");
            }
        }

        private void look(Feed feed, JsonNode event, byte[] body) throws IOException {
            switch (feed.scanner.scan(event)) {
                case ScannedLine.Rejected(RejectReason reason, String detail) -> reject(reason, detail);
                case ScannedLine.Row(List<@Nullable String> values) -> {
                    if (seen.add(feed.spec.name() + ' ' + values.get(Feed.EVENT_ID))) {
                        stage(feed, values, body);
                    } else {
                        count("repeated");
                    }
                }
            }
        }

        private void stage(Feed feed, List<@Nullable String> values, byte[] body) {
            count("fragmented");
            count(FragmentTerms.FRAGMENTS);
            count(FragmentTerms.written(FragmentTerms.channel(feed.spec)));
            String company = Objects.requireNonNullElse(values.get(Feed.COMPANY), settings.company());
            FragmentKey key = new FragmentKey(
                    feed.spec.kind().orElseThrow(),
                    EntityNames.of(
                            feed.spec.kind().orElseThrow(), company, Objects.requireNonNull(values.get(Feed.ENTITY))),
                    feed.spec.name(),
                    "event",
                    CanonicalIds.digits(Objects.requireNonNull(values.get(Feed.EVENT_ID)), Feed.NAME_DIGITS) + source,
                    0);
            FragmentRow.Payload payload = body.length > Fragment.MAX_BYTES
                    ? new FragmentRow.Payload.Pointer(ports.bodies().put(body), body.length)
                    : new FragmentRow.Payload.Inline(body);
            batch.add(new Fragment(key, List.of(new FragmentRow(0, 1, payload)), ports.mark(state)));
            feed.links.ifPresent(shown -> shown.links(company, feed.linkValues(values), number, links::add));
            if (batch.size() == EVENTS_PER_PUT) {
                put();
            }
        }

        private void put() {
            if (!batch.isEmpty()) {
                ports.fragments().putAll(List.copyOf(batch));
                batch.clear();
            }
        }

        private void reject(RejectReason reason, String detail) {
            count("rejected");
            count("rejected." + reason);
            rejected.add(new Quarantined(unit, number, reason.name(), detail));
        }

        private static boolean isBlank(byte[] body) {
            for (byte b : body) {
                if (b > ' ' || b < 0) {
                    return false;
                }
            }
            return true;
        }

        private void count(String term) {
            counts.merge(term, 1L, Long::sum);
        }

        Tally finish() {
            put();
            counts.put("links", links.finish());
            ports.lists().put(FragmentFile.REJECTED, unit, rejected);
            return new Tally(FragmentFile.PHASE, unit, counts, state);
        }
    }

    /// How the events of one feed are looked at.
    private record Feed(FeedSpec spec, TreeScanner scanner, Optional<LinkColumns> links) {
        static final int COMPANY = 0;
        static final int ENTITY = 1;
        static final int EVENT_ID = 2;
        static final int NAME_DIGITS = 32;
        private static final int OWN_COLUMNS = 3;

        static Feed of(FeedSpec spec) {
            if (!spec.nested() || spec.kind().isEmpty()) {
                throw new FerryException(ErrorCode.INTERNAL, spec.name() + " is no feed of events");
            }
            Optional<LinkColumns> links = LinkColumns.of(spec);
            List<String> wanted = new ArrayList<>(List.of(spec.company(), spec.entity(), "event_id"));
            links.ifPresent(shown -> wanted.addAll(shown.columns()));
            return new Feed(spec, new TreeScanner(spec, wanted), links);
        }

        List<@Nullable String> linkValues(List<@Nullable String> values) {
            return values.subList(OWN_COLUMNS, values.size());
        }
    }
}
