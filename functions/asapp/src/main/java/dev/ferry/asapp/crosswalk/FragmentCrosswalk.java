package dev.ferry.asapp.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ferry.asapp.batch.FragmentBuffer;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.batch.LinkBuffer;
import dev.ferry.asapp.batch.RejectReason;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.PersonNodes;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one crosswalk file of the client into staging: a unit of work of extraction.
///
/// Rows become JSON objects without their empty fields, in fragments of the customer or agent they name.
/// Doing it again writes the same.
public final class FragmentCrosswalk {
    /// The feed name of fragments of customers.
    public static final String CUSTOMERS_FEED = "crosswalk_customers";

    /// The feed name of fragments of agents.
    public static final String AGENTS_FEED = "crosswalk_agents";

    private static final String BY_CRM_ID = "crm-";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SourceStore source;
    private final StagingPorts ports;
    private final FragmentSettings settings;

    public FragmentCrosswalk(SourceStore source, StagingPorts ports, FragmentSettings settings) {
        this.source = source;
        this.ports = ports;
        this.settings = settings;
    }

    /// Whether an agent's id is made of the client's id, because the row gives no rep id.
    public static boolean isByCrmId(CanonicalId agent) {
        return agent.value().contains(":rep:" + BY_CRM_ID);
    }

    /// Reads the file.
    ///
    /// Counts: `received` = `fragmented` + `rejected`, and `fragments`, also by channel, `links`.
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the file cannot be read, or rows follow a header that lacks
    /// every id column.
    public Tally run(CrosswalkKind kind, SourceObject object) {
        String key = object.key();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofNamedCsvRecord(source.open(key), StandardCharsets.UTF_8)) {
            Pass pass = new Pass(kind, object);
            rows.forEach(pass::row);
            return pass.finish();
        } catch (IOException | CsvParseException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot read the crosswalk file " + key, e);
        }
    }

    private final class Pass {
        private final CrosswalkKind kind;
        private final String key;
        private final RecordDigest state;
        private final FragmentBuffer fragments;
        private final LinkBuffer links;
        private final List<Quarantined> rejected = new ArrayList<>();
        private long received;

        Pass(CrosswalkKind kind, SourceObject object) {
            this.kind = kind;
            this.key = object.key();
            this.state = object.state();
            String feed = switch (kind) {
                case CUSTOMERS -> CUSTOMERS_FEED;
                case AGENTS -> AGENTS_FEED;
            };
            EntityKind entityKind = switch (kind) {
                case CUSTOMERS -> EntityKind.CUSTOMER;
                case AGENTS -> EntityKind.AGENT;
            };
            this.fragments = new FragmentBuffer(
                    ports,
                    entityKind,
                    new FragmentBuffer.Place(feed, "crosswalk", key),
                    ports.mark(state),
                    settings.windowBytes());
            this.links = new LinkBuffer(ports.links(), feed, key);
        }

        void row(NamedCsvRecord row) {
            if (received == 0 && kind.ids().stream().noneMatch(row.getHeader()::contains)) {
                throw new FerryException(
                        ErrorCode.SOURCE_UNREADABLE,
                        "the header of %s has none of the columns %s: name them there, with commas between"
                                .formatted(key, String.join(", ", kind.ids())));
            }
            received++;
            long line = row.getStartingLineNumber();
            if (row.getFieldCount() != row.getHeader().size()) {
                reject(
                        line,
                        "%d fields instead of %d"
                                .formatted(row.getFieldCount(), row.getHeader().size()));
                return;
            }
            SortedMap<String, String> fields = new TreeMap<>();
            for (String column : kind.columns()) {
                row.findField(column)
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .ifPresent(v -> fields.put(column, v));
            }
            CrosswalkCheck.fault(kind, fields).ifPresentOrElse(fault -> reject(line, fault), () -> stage(line, fields));
        }

        Tally finish() {
            long written = fragments.finish();
            long linked = links.finish();
            ports.lists().put(FragmentFile.REJECTED, key, rejected);
            SortedMap<String, Long> counts = new TreeMap<>(Map.of(
                    "received",
                    received,
                    "fragmented",
                    received - rejected.size(),
                    "rejected",
                    (long) rejected.size(),
                    FragmentTerms.FRAGMENTS,
                    written,
                    FragmentTerms.written(FragmentTerms.CROSSWALK),
                    written,
                    "links",
                    linked));
            return new Tally(FragmentFile.PHASE, key, counts, state);
        }

        private void stage(long line, SortedMap<String, String> fields) {
            try {
                fragments.add(
                        List.of(entity(line, fields)),
                        0,
                        line,
                        new FragmentRow.Payload.Inline(MAPPER.writeValueAsBytes(fields)));
            } catch (JsonProcessingException e) {
                throw new FerryException(ErrorCode.INTERNAL, "cannot stage line %d of %s".formatted(line, key), e);
            }
        }

        private String entity(long line, SortedMap<String, String> fields) {
            return switch (kind) {
                case CUSTOMERS -> {
                    Link.Person person = new Link.Person(
                            settings.company(),
                            fields.get("customer_id"),
                            fields.get("external_user_id"),
                            fields.get("email"),
                            fields.get("domain"),
                            true,
                            line);
                    links.add(person);
                    yield PersonNodes.of(person).getFirst().value();
                }
                case AGENTS -> {
                    String rep = fields.get("rep_id");
                    yield CanonicalIds.agent(
                                    settings.company(), rep == null ? BY_CRM_ID + fields.get("crm_rep_id") : rep)
                            .value();
                }
            };
        }

        private void reject(long line, String detail) {
            rejected.add(new Quarantined(key, line, RejectReason.BAD_FIELD.name(), detail));
        }
    }
}
