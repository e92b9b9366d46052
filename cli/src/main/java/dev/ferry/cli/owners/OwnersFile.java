package dev.ferry.cli.owners;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.ferry.cli.UsageProblem;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import dev.ferry.core.report.CsvCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads and writes owners files.
///
/// *Shape*: CSV with the columns `agent`, `reason`, `owner`; other columns are ignored. `owner` is a login or an id
/// of the target, or `default`. A row whose agent is `default` names the default owner; without it the loading user
/// is.
public final class OwnersFile {
    private static final String AGENT = "agent";
    private static final String OWNER = "owner";
    private static final String DEFAULT = "default";

    private OwnersFile() {}

    /// Writes the undecided agents with an empty column to fill in, and one row for the default owner.
    public static void write(Path file, List<OwnerMatch> undecided) {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(AGENT, "reason", OWNER);
            csv.writeRecord(DEFAULT, "owner of all that are left empty or say default", "");
            for (OwnerMatch match : undecided) {
                csv.writeRecord(
                        CsvCell.guard(match.agent().value()), match.basis().name(), "");
            }
        } catch (IOException e) {
            throw new UsageProblem("owners file cannot be written", file.toString(), "name another file", e);
        }
    }

    /// The answer that a file gives.
    ///
    /// *Errors*: one line that names the first row that is wrong.
    public static OwnerAnswer read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem("owners file not found", file.toString(), "make one with `ferry owners export`");
        }
        Map<String, String> owners = new TreeMap<>();
        String fallback = "";
        for (NamedCsvRecord row : rows(file)) {
            String agent = CsvCell.unguard(cell(row, AGENT, file));
            String owner = CsvCell.unguard(cell(row, OWNER, file));
            if (agent.equals(DEFAULT)) {
                fallback = owner.equals(DEFAULT) ? "" : owner;
            } else if (!agent.startsWith("asapp:")) {
                throw wrong("agent is not a canonical id such as asapp:acme:rep:1", row, file);
            } else if (owners.put(agent, owner.isEmpty() ? DEFAULT : owner) != null) {
                throw wrong("agent is listed twice", row, file);
            }
        }
        return new OwnerAnswer(fallback, owners);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            csv.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UsageProblem("owners file cannot be read", file.toString(), "check that it is UTF-8 CSV", e);
        }
    }

    private static String cell(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .map(String::strip)
                .orElseThrow(() -> new UsageProblem(
                        "column `%s` is missing".formatted(column),
                        file.toString(),
                        "start from the file that `ferry owners export` writes"));
    }

    private static UsageProblem wrong(String what, NamedCsvRecord row, Path file) {
        return new UsageProblem(what, file + " line " + row.getStartingLineNumber(), "correct the row and apply again");
    }
}
