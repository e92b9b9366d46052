package dev.ferry.handlers.report;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.html.HtmlReport;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRegister;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.RunPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// Writes a run's results as `run-results.json`, `report.html` and `lists/*.csv` into the run's folder.
public final class WriteReport {
    private final RunRegister register;
    private final Clock clock;

    WriteReport(RunRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /// Where the results are and what they say.
    ///
    /// @param status see [dev.ferry.core.report.RunStatus]
    public record Written(String resultsKey, String reportKey, String status) {}

    Written write(RunPorts run, List<String> loadPhases, String mappingHash) {
        RunRecord record = register.find(run.run().migrationId(), run.run().runId())
                .orElseThrow(() -> new FerryException(
                        ErrorCode.CONFIGURATION,
                        "run " + run.run().runId() + " is not registered: it was never prepared"));
        return put(
                run.work(), run.files(), new GatherResults(run, clock, loadPhases).gather(record, mappingHash, null));
    }

    /// Writes results as the artifact and as the page.
    static Written put(WorkStore work, RunFiles files, RunResults results) {
        String resultsKey = files.results() + "/run-results.json";
        String reportKey = files.results() + "/report.html";
        put(work, resultsKey, RunResultsJson.write(results));
        put(work, reportKey, new HtmlReport().render(results).getBytes(StandardCharsets.UTF_8));
        return new Written(resultsKey, reportKey, results.status().name());
    }

    private static void put(WorkStore work, String key, byte[] bytes) {
        try (WorkFile out = work.create(key)) {
            out.write(bytes);
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + key, e);
        }
    }
}
