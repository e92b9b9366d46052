package dev.ferry.local.asapp.renditions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.tenant.RowRules;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.DataFile;
import dev.ferry.local.asapp.tree.JsonLines;
import dev.ferry.local.asapp.tree.Partition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Writes the files of one partition anew: rows twice, rows of the partition before, a column more.
///
/// Chance goes by the row's place, so a partition is always rendered alike.
final class Rendering {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DRIFT = "\"sim_schema_drift\":\"added\"";

    private final Tenant tenant;
    private final Partition partition;
    private final RowRules rules;
    private final Path directory;

    Rendering(Tenant tenant, Partition partition, Path directory) {
        this.tenant = tenant;
        this.partition = partition;
        this.rules = tenant.knobs().rows();
        this.directory = directory;
    }

    void write(List<DataFile> raw, List<DataFile> before) throws IOException {
        boolean split = rules.splitFileBytes() > 0;
        SplitWriter writer = null;
        try {
            for (DataFile file : raw) {
                if (writer == null) {
                    writer = writer(file, split);
                } else if (!split) {
                    writer.close();
                    writer = writer(file, false);
                }
                copy(file, writer);
            }
            if (writer != null) {
                for (DataFile file : before) {
                    restate(file, writer);
                }
            }
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private SplitWriter writer(DataFile file, boolean split) {
        boolean gzip = switch (rules.gzip()) {
            case AS_IS -> file.name().endsWith(".gz");
            case ALWAYS -> true;
            case NEVER -> false;
        };
        String stem = split ? partition.feed().name() + ".jsonl" : file.name().replaceFirst("\\.gz$", "");
        return new SplitWriter(directory, stem, gzip, rules.splitFileBytes());
    }

    private void copy(DataFile file, SplitWriter out) throws IOException {
        each(file, (number, line) -> {
            String row = drifted(line);
            out.line(row);
            if (tenant.chance().marks(rules.duplicateRowRate(), "twice " + place(file, number))) {
                out.line(row);
            }
        });
    }

    private void restate(DataFile file, SplitWriter out) throws IOException {
        each(file, (number, line) -> {
            if (tenant.chance().marks(rules.restateRate(), "again " + place(file, number))) {
                out.line(drifted(line));
            }
        });
    }

    private interface RowSink {
        void row(long number, String line) throws IOException;
    }

    private static void each(DataFile file, RowSink sink) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(JsonLines.open(file.content()), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                sink.row(number, line);
            }
        }
    }

    private String place(DataFile file, long number) {
        return partition.key() + "/" + file.name() + ":" + number;
    }

    // The rest of the row keeps its spelling, which a parser would lose.
    private String drifted(String line) {
        int end = line.lastIndexOf('}');
        if (rules.schemaDrift() == null || partition.date().isBefore(rules.schemaDrift()) || end < 0) {
            return line;
        }
        try {
            boolean row = MAPPER.readTree(line) instanceof ObjectNode object && !object.isEmpty();
            return row ? line.substring(0, end) + "," + DRIFT + line.substring(end) : line;
        } catch (JsonProcessingException poison) {
            return line;
        }
    }
}
