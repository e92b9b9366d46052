package dev.ferry.handlers.rollback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.html.RollbackPage;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackResults;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.rollback.WriteResults;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// Writes what a rollback came to: `rollback.json`, `rollback.html` and the lists of what was not undone.
public final class WriteRollbackHandler implements RequestHandler<RollbackEvent, WriteRollbackHandler.Written> {
    private final Runs runs;
    private final Clock clock;

    public WriteRollbackHandler() {
        this(AwsRuns.standard(), Clock.systemUTC());
    }

    WriteRollbackHandler(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /// Where the results are.
    ///
    /// @param open how many records were spared or could not be undone
    public record Written(String resultsKey, String reportKey, boolean balanced, long open) {}

    @Override
    public Written handleRequest(RollbackEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> write(event));
    }

    private Written write(RollbackEvent event) {
        RunPorts ports = runs.open(event.run());
        WorkJson json = new WorkJson(ports.work());
        RollbackRun rollback = event.rollback();
        RollbackPlan plan = json.read(rollback.plan(), RollbackPlan.class);
        // One that did not balance ended the rollback: those after it were not begun.
        List<UndoBooks> books = plan.objects().stream()
                .flatMap(object -> json.find(rollback.books(new ObjectName(object)), UndoBooks.class).stream())
                .toList();
        RollbackResults results = new WriteResults(ports.work(), rollback, plan)
                .write(
                        new WriteResults.Head(
                                event.migrationId(),
                                ports.config().target().kind(),
                                clock.instant().toString()),
                        books);
        String page = rollback.results() + "/rollback.html";
        put(ports.work(), page, new RollbackPage().render(results));
        // Last: that it is there says that everything else is.
        String file = rollback.results() + "/rollback.json";
        json.write(file, results);
        return new Written(file, page, results.balanced(), results.open());
    }

    private static void put(WorkStore work, String name, String content) {
        try (WorkFile out = work.create(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + name, e);
        }
    }
}
