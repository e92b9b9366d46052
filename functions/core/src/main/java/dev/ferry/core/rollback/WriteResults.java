package dev.ferry.core.rollback;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.CsvCell;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Gathers what a rollback came to, and writes the lists of what was not undone.
///
/// *Shape* of a list: CSV as those of a run; `object, phase, key, id, code, reason, hint`.
public final class WriteResults {
    private static final List<String> COLUMNS = List.of("object", "phase", "key", "id", "code", "reason", "hint");
    private static final List<String> OUTCOMES = List.of("spared", "failed", "left");

    private final WorkStore work;
    private final RollbackRun run;
    private final RollbackPlan plan;

    public WriteResults(WorkStore work, RollbackRun run, RollbackPlan plan) {
        this.work = work;
        this.run = run;
        this.plan = plan;
    }

    /// What a rollback is called.
    ///
    /// @param finishedAt ISO 8601
    public record Head(String migrationId, String target, String finishedAt) {}

    /// The results; the lists lie in the folder of the results.
    public RollbackResults write(Head head, List<UndoBooks> books) {
        List<RollbackResults.Kept> lists = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            String file = "rollback-" + outcome + ".csv";
            lists.add(new RollbackResults.Kept(outcome, file, list(outcome, run.results() + "/" + file)));
        }
        return new RollbackResults(
                1,
                head.migrationId(),
                run.runId(),
                run.rollbackId(),
                head.target(),
                head.finishedAt(),
                run.force(),
                books.stream().allMatch(UndoBooks::balanced)
                        && books.size() == plan.objects().size(),
                books.stream().flatMap(WriteResults::phases).toList(),
                plan.remains(),
                lists);
    }

    private static Stream<RollbackResults.Phase> phases(UndoBooks books) {
        return books.phases().entrySet().stream().map(phase -> phase(books.object(), phase.getKey(), phase.getValue()));
    }

    private static RollbackResults.Phase phase(String object, String phase, SortedMap<String, Long> terms) {
        return new RollbackResults.Phase(
                object,
                phase,
                terms.getOrDefault("total", 0L),
                terms.getOrDefault("removed", 0L),
                terms.getOrDefault("restored", 0L),
                terms.getOrDefault("untouched", 0L),
                terms.getOrDefault("left", 0L),
                terms.getOrDefault("spared", 0L),
                terms.getOrDefault("failed", 0L));
    }

    private long list(String outcome, String name) {
        RollbackFiles files = new RollbackFiles(work, run, plan);
        long rows = 0;
        try (WorkFile out = work.create(name);
                CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(COLUMNS);
            for (String object : plan.objects()) {
                try (Stream<KeptRecord> kept = files.kept(new ObjectName(object))) {
                    for (KeptRecord record : (Iterable<KeptRecord>) kept::iterator) {
                        if (record.outcome().equals(outcome)) {
                            csv.writeRecord(cells(record));
                            rows++;
                        }
                    }
                }
            }
            csv.flush();
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write list " + name, e);
        }
        return rows;
    }

    private static List<String> cells(KeptRecord record) {
        return Stream.of(
                        record.object(),
                        record.phase(),
                        record.key(),
                        record.id(),
                        record.code(),
                        record.reason(),
                        record.hint())
                .map(CsvCell::guard)
                .toList();
    }
}
