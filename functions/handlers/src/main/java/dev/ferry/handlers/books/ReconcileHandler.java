package dev.ferry.handlers.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.metrics.UnitReport;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;

/// Balances the books of extraction or assembly; the state machine decides on the result.
public final class ReconcileHandler implements RequestHandler<PhaseToBalance, BooksResult> {
    private final Runs runs;

    public ReconcileHandler() {
        this(AwsRuns.standard());
    }

    ReconcileHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public BooksResult handleRequest(PhaseToBalance input, Context context) {
        return Invocation.of(context, input.run(), input.phase(), () -> {
            BooksResult result = BalancePhaseBooks.run(runs.open(input.run()), input.phase());
            long total =
                    result.counts().getOrDefault("received", result.counts().getOrDefault("distinct", 0L));
            PhaseMetrics.emit(input.run().migrationId(), input.phase(), new UnitReport(0, 0, total, 0, 0));
            PhaseMetrics.emitBooks(
                    input.run().migrationId(),
                    input.phase(),
                    result.balanced(),
                    result.counts().getOrDefault("quarantined", 0L));
            return result;
        });
    }
}
