package dev.ferry.handlers.rollback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.rollback.BalanceUndo;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.target.ObjectName;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.util.Objects;

/// Holds what became of an object's records against the ledger.
public final class BalanceUndoHandler implements RequestHandler<RollbackEvent, BalanceUndoHandler.Balanced> {
    private final Runs runs;

    public BalanceUndoHandler() {
        this(AwsRuns.standard());
    }

    BalanceUndoHandler(Runs runs) {
        this.runs = runs;
    }

    /// Whether the rollback may go on, and where the books are.
    public record Balanced(boolean balanced, String booksKey) {}

    @Override
    public Balanced handleRequest(RollbackEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            RunPorts ports = runs.open(event.run());
            WorkJson json = new WorkJson(ports.work());
            ObjectName object = new ObjectName(Objects.requireNonNull(event.object(), "object"));
            UndoBooks books = new BalanceUndo(ports.work(), ports.undoLedger(), ports.buckets())
                    .balance(event.rollback(), json.read(event.rollback().plan(), RollbackPlan.class), object);
            String key = event.rollback().books(object);
            json.write(key, books);
            PhaseMetrics.emitBooks(event.migrationId(), event.phase(), books.balanced(), 0);
            return new Balanced(books.balanced(), key);
        });
    }
}
