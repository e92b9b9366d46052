package dev.ferry.asapp.fold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.asapp.batch.PlainRow;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.RowCells;
import dev.ferry.core.staging.RowShape;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the rows of fragments into [SourceRow]s: the full parse, of the columns that are read. *Threading*:
/// one thread.
final class RowReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final FeedCatalogue catalogue;
    private final BodyStore bodies;
    private final Map<String, Columns> columnsOfFeed = new HashMap<>();

    RowReader(FeedCatalogue catalogue, BodyStore bodies) {
        this.catalogue = catalogue;
        this.bodies = bodies;
    }

    /// The rows of a fragment of a batch feed.
    void read(Fragment fragment, Consumer<SourceRow> rows) {
        Columns columns =
                columnsOfFeed.computeIfAbsent(fragment.key().feed(), feed -> new Columns(catalogue.feed(feed)));
        FragmentKey key = fragment.key();
        SourceRow.File file = new SourceRow.File(key.feed(), key.partition(), 0, key.file());
        for (FragmentRow row : fragment.rows()) {
            if (row.split() != file.split()) {
                file = new SourceRow.File(key.feed(), key.partition(), row.split(), key.file());
            }
            SourceRow.Place place = new SourceRow.Place(file, row.line());
            rows.accept(new SourceRow(columns.read, values(columns, row, place), place));
        }
    }

    /// The bytes of a row, wherever they are.
    byte[] bytes(FragmentRow row) {
        return row.bytes(bodies);
    }

    private @Nullable String[] values(Columns columns, FragmentRow row, SourceRow.Place place) {
        return row.payload() instanceof FragmentRow.Payload.Cells(RowCells cells)
                ? columns.values(cells)
                : values(columns, bytes(row), place);
    }

    private static @Nullable String[] values(Columns columns, byte[] row, SourceRow.Place place) {
        try {
            FeedSpec feed = columns.read.feed();
            return feed.nested()
                    ? NestedColumns.values(row, feed.columns())
                    : columns.plain.read(row, 0, row.length) ? plain(columns) : values(row, columns.read);
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.INTERNAL,
                    "a staged row of %s %s line %d is not JSON"
                            .formatted(place.file().feed(), place.file().partition(), place.line()),
                    e);
        }
    }

    private static @Nullable String[] plain(Columns columns) {
        @Nullable String[] values = new String[columns.read.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = columns.plain.text(slot);
        }
        return values;
    }

    private static @Nullable String[] values(byte[] row, RowColumns columns) throws IOException {
        @Nullable String[] values = new String[columns.size()];
        try (JsonParser json = JSON.createParser(row)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                Integer slot = columns.find(name);
                if (slot != null && value.isScalarValue()) {
                    values[slot] = value == JsonToken.VALUE_NULL ? null : json.getText();
                }
                json.skipChildren();
            }
            return values;
        }
    }

    /// What is read of the rows of a feed, and how.
    private static final class Columns {
        /// A feed has few shapes; they are forgotten when it has not.
        private static final int MOST_SHAPES = 1_000;

        private static final int UNREAD = -1;

        private final RowColumns read;
        private final PlainRow plain;
        private final Map<RowShape, int[]> slotsOfShape = new HashMap<>();
        private @Nullable RowCells before;
        private int[] slotsBefore = new int[0];
        private @Nullable String[] valuesBefore = new String[0];

        Columns(FeedSpec feed) {
            this.read = new RowColumns(feed);
            this.plain = new PlainRow(feed.columns());
        }

        /// The values of a row, those that the row before has too as the same texts.
        @Nullable
        String[] values(RowCells row) {
            RowCells alike = before != null && before.shape().equals(row.shape()) ? before : null;
            int[] slots = alike != null ? slotsBefore : slots(row.shape());
            @Nullable String[] values = new String[read.size()];
            for (int cell = 0; cell < slots.length; cell++) {
                int slot = slots[cell];
                if (slot != UNREAD) {
                    values[slot] = alike != null && row.shares(cell, alike) ? valuesBefore[slot] : row.text(cell);
                }
            }
            before = row;
            slotsBefore = slots;
            valuesBefore = values;
            return values;
        }

        private int[] slots(RowShape shape) {
            int[] known = slotsOfShape.get(shape);
            if (known != null) {
                return known;
            }
            if (slotsOfShape.size() == MOST_SHAPES) {
                slotsOfShape.clear();
            }
            int[] slots = shape.names().stream()
                    .mapToInt(name -> Objects.requireNonNullElse(read.find(name), UNREAD))
                    .toArray();
            slotsOfShape.put(shape.alone(), slots);
            return slots;
        }
    }
}
