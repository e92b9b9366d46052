package dev.ferry.asapp.fold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the rows of fragments into [SourceRow]s: the full parse, of the columns that are read. *Threading*:
/// one thread.
final class RowReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /// So that split numbers sort as texts.
    private static final int SPLIT_DIGITS = 6;

    private final FeedCatalogue catalogue;
    private final BodyStore bodies;
    private final Map<String, Map<String, Integer>> slotsOfFeed = new HashMap<>();

    RowReader(FeedCatalogue catalogue, BodyStore bodies) {
        this.catalogue = catalogue;
        this.bodies = bodies;
    }

    /// The rows of a fragment of a batch feed.
    void read(Fragment fragment, Consumer<SourceRow> rows) {
        FeedSpec feed = catalogue.feed(fragment.key().feed());
        Map<String, Integer> slots = slotsOfFeed.computeIfAbsent(feed.name(), _ -> new HashMap<>(feed.slots()));
        String partition = fragment.key().partition();
        String file = "";
        int split = -1;
        for (FragmentRow row : fragment.rows()) {
            if (row.split() != split) {
                split = row.split();
                file = "0"
                                .repeat(Math.max(
                                        0,
                                        SPLIT_DIGITS - Integer.toString(split).length()))
                        + split
                        + '/'
                        + fragment.key().file();
            }
            SourceRow.Place place = new SourceRow.Place(feed.name(), partition, file, row.line());
            rows.accept(new SourceRow(feed, slots, values(feed, bytes(row), slots, place), place));
        }
    }

    /// The bytes of a row, wherever they are.
    byte[] bytes(FragmentRow row) {
        return switch (row.payload()) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> bytes;
            case FragmentRow.Payload.Pointer(BodyHash hash, int _) -> bodies.get(hash);
        };
    }

    private static @Nullable String[] values(
            FeedSpec feed, byte[] row, Map<String, Integer> slots, SourceRow.Place place) {
        try {
            return feed.nested() ? NestedColumns.values(row, feed.columns()) : values(row, slots);
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.INTERNAL,
                    "a staged row of %s %s line %d is not JSON"
                            .formatted(place.feed(), place.partition(), place.line()),
                    e);
        }
    }

    private static @Nullable String[] values(byte[] row, Map<String, Integer> slots) throws IOException {
        @Nullable String[] values = new String[slots.size()];
        try (JsonParser json = JSON.createParser(row)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                Integer slot = slots.get(name);
                if (slot != null && value.isScalarValue()) {
                    values[slot] = value == JsonToken.VALUE_NULL ? null : json.getText();
                }
                json.skipChildren();
            }
            return values;
        }
    }
}
