package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The three result files of a job.
///
/// *Shape*: `"sf__Id","sf__Created",..`, `"sf__Id","sf__Error",..` and the original columns alone; everything
/// quoted; an empty result is its header line.
public final class ResultFiles {
    // Numbers from here on come back in scientific notation.
    private static final double PLAIN_UP_TO = 1e7;

    private final IngestJob job;
    private final Path file;
    private final OrgSchema schema;
    private final boolean shuffled;

    ResultFiles(IngestJob job, Path file, OrgSchema schema, boolean shuffled) {
        this.job = job;
        this.file = file;
        this.schema = schema;
        this.shuffled = shuffled;
    }

    private record Line(String first, String second, List<String> cells) {}

    /// Writes the rows that succeeded.
    public void successes(Writer out) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> header = read((outcome, cells) -> {
            if (!outcome.failed()) {
                lines.add(new Line(outcome.id(), String.valueOf(outcome.created()), cells));
            }
        });
        write(out, List.of("sf__Id", "sf__Created"), header, lines);
    }

    /// Writes the rows that failed.
    public void failures(Writer out) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> header = read((outcome, cells) -> {
            String error = outcome.error();
            if (error != null) {
                lines.add(new Line(outcome.id(), error, cells));
            }
        });
        write(out, List.of("sf__Id", "sf__Error"), header, lines);
    }

    /// Writes the rows that were never tried.
    public void unprocessed(Writer out) throws IOException {
        CsvOutput csv = new CsvOutput(out, job.spec().dialect());
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            CsvScanner scanner = new CsvScanner(reader, job.spec().dialect().delimiter());
            CsvRow header = scanner.next();
            if (header == null) {
                return;
            }
            csv.line(header.cells());
            if (!job.state().ended()) {
                return;
            }
            int row = 0;
            for (CsvRow next = scanner.next(); next != null; next = scanner.next()) {
                if (row++ >= job.done()) {
                    csv.line(next.cells());
                }
            }
        }
    }

    private interface RowSink {
        void accept(RowOutcome outcome, List<String> cells);
    }

    private List<String> read(RowSink sink) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<RowOutcome> outcomes = job.outcomes();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            CsvScanner scanner = new CsvScanner(reader, job.spec().dialect().delimiter());
            CsvRow header = scanner.next();
            if (header == null) {
                return List.of();
            }
            List<Boolean> numeric = numeric(header.cells());
            for (RowOutcome outcome : outcomes) {
                CsvRow row = scanner.next();
                if (row == null) {
                    break;
                }
                sink.accept(outcome, echo(row.cells(), numeric));
            }
            return header.cells();
        }
    }

    private List<Boolean> numeric(List<String> header) {
        SObjectType type = schema.require(job.spec().object());
        return header.stream()
                .map(name -> type.field(name)
                        .map(Field::type)
                        .filter(t -> t == FieldType.DOUBLE)
                        .isPresent())
                .toList();
    }

    // Cells are echoed, but large numbers in the server's own spelling.
    private static List<String> echo(List<String> cells, List<Boolean> numeric) {
        if (!numeric.contains(true) || cells.size() != numeric.size()) {
            return cells;
        }
        List<String> echoed = new ArrayList<>(cells);
        for (int i = 0; i < echoed.size(); i++) {
            if (numeric.get(i)) {
                echoed.set(i, number(echoed.get(i)));
            }
        }
        return List.copyOf(echoed);
    }

    private static String number(String cell) {
        try {
            double value = Double.parseDouble(cell);
            return Math.abs(value) >= PLAIN_UP_TO ? Double.toString(value) : cell;
        } catch (NumberFormatException e) {
            return cell;
        }
    }

    private void write(Writer out, List<String> own, List<String> header, List<Line> lines) throws IOException {
        if (shuffled) {
            Collections.shuffle(lines, new Random(job.id().hashCode()));
        }
        CsvOutput csv = new CsvOutput(out, job.spec().dialect());
        List<String> first = new ArrayList<>(own);
        first.addAll(header);
        csv.line(first);
        for (Line line : lines) {
            csv.line(line.first(), line.second(), line.cells());
        }
    }
}
