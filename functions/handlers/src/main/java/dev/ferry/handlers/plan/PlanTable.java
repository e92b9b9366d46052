package dev.ferry.handlers.plan;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.CsvCell;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// One table of a plan as CSV, RFC 4180.
record PlanTable(WorkStore work, String name) {

    /// Writes the table. The rows' stream is closed.
    void write(List<String> columns, Stream<List<Object>> rows) {
        try (rows;
                WorkFile out = work.create(name);
                CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(columns);
            rows.map(row -> row.stream()
                            .map(String::valueOf)
                            .map(CsvCell::guard)
                            .toList())
                    .forEach(csv::writeRecord);
            csv.flush();
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write list " + name, e);
        }
    }
}
