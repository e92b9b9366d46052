package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.scope.DistinctCount;
import dev.ferry.core.scope.FeedProfile;
import dev.ferry.core.scope.ValueProfile;
import dev.ferry.core.staging.SourceStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks at one file of a feed and keeps what its rows look like, not the rows.
///
/// The file is streamed; memory is bounded by the number of columns and the longest line.
public final class ProfileFile {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final String CUSTOMER = "customer_id";

    /// Feeds that hold one field and its value a row, with the columns of both.
    private static final Map<String, Pair> PAIRS = Map.of(
            "customer_params", new Pair("param_key", "param_value"),
            "fx_autosummary_structured_data", new Pair("structured_data_field_name", "structured_data_field_value"));

    private final SourceStore source;
    private final FeedCatalogue catalogue;
    private final FragmentSettings settings;

    public ProfileFile(SourceStore source, FeedCatalogue catalogue, FragmentSettings settings) {
        this.source = source;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    private record Pair(String name, String value) {}

    /// Reads the file.
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the file cannot be opened or its compression is broken.
    public FeedProfile run(WorkUnit unit) {
        Pass pass = new Pass(catalogue.feed(unit.partition().feed()));
        try (SourceLines lines = SourceLines.open(source, unit, settings.maxLineBytes())) {
            while (lines.next()) {
                pass.line(lines.line());
            }
            lines.fault().ifPresent(fault -> {
                throw new FerryException(
                        ErrorCode.SOURCE_UNREADABLE,
                        "cannot read %s after line %d: %s".formatted(unit.key(), pass.number, fault));
            });
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.INTERNAL, "cannot profile line %d of %s".formatted(pass.number, unit.key()), e);
        }
        return pass.profile();
    }

    private final class Pass {
        private final FeedSpec feed;
        private final List<String> wanted;
        private final RowScanner scanner;
        private final @Nullable Pair pair;
        private final DistinctCount entities = new DistinctCount();
        private final DistinctCount keys = new DistinctCount();
        private final DistinctCount customers = new DistinctCount();
        private final SortedMap<String, ValueProfile> columns = new TreeMap<>();
        private final SortedMap<String, ValueProfile> fields = new TreeMap<>();
        private long rows;
        private long rejected;
        private long bytes;
        private long number;

        Pass(FeedSpec feed) {
            this.feed = feed;
            this.pair = PAIRS.get(feed.family());
            Set<String> order = new LinkedHashSet<>(List.of(feed.entity()));
            order.addAll(feed.key());
            if (pair != null) {
                order.addAll(List.of(pair.name(), pair.value()));
            }
            this.wanted = List.copyOf(order);
            this.scanner =
                    feed.nested() ? new TreeScanner(feed, wanted) : new LineScanner(feed, wanted, settings.schema());
        }

        void line(LineReader line) throws IOException {
            number = line.number();
            bytes += line.length() + 1L;
            if (line.oversized()) {
                rejected++;
            } else if (line.length() > 0) {
                switch (scanner.scan(line)) {
                    case ScannedLine.Rejected _ -> rejected++;
                    case ScannedLine.Row(List<@Nullable String> values) -> row(line, values);
                }
            }
        }

        private void row(LineReader line, List<@Nullable String> values) throws IOException {
            rows++;
            String entity = RowId.normal(values.getFirst());
            if (entity != null) {
                entities.add(entity);
            }
            List<String> key = new ArrayList<>();
            feed.key().forEach(column -> key.add(String.valueOf(values.get(wanted.indexOf(column)))));
            keys.add(String.join("\u0000", key));
            if (pair != null) {
                String name = values.get(wanted.indexOf(pair.name()));
                String value = values.get(wanted.indexOf(pair.value()));
                if (name != null && value != null && !value.isBlank()) {
                    fields.merge(name, ValueProfile.of(value), ValueProfile::plus);
                }
            }
            columns(line);
        }

        private void columns(LineReader line) throws IOException {
            try (JsonParser json = JSON.createParser(line.buffer(), line.start(), line.length())) {
                json.nextToken();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    JsonToken token = json.nextToken();
                    if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                        String value = json.getText();
                        if (name.equals(CUSTOMER)) {
                            customers.add(value);
                        }
                        if (!value.isBlank()) {
                            columns.merge(name, ValueProfile.of(value), ValueProfile::plus);
                        }
                    }
                    json.skipChildren();
                }
            }
        }

        FeedProfile profile() {
            return new FeedProfile(feed.name(), rows, rejected, bytes, entities, keys, customers, columns, fields);
        }
    }
}
