package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.BalancePhase;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.report.PhaseTimes;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;

/// Balances the books of a phase and writes them.
public final class BalancePhaseHandler implements RequestHandler<PhaseEvent, BalancePhaseHandler.Balanced> {
    private final LoadSites sites;
    private final Clock clock;

    public BalancePhaseHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    BalancePhaseHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// Whether the run may go on, and where the books are.
    public record Balanced(boolean balanced, String booksKey) {}

    @Override
    public Balanced handleRequest(PhaseEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            PhaseBooks books = new BalancePhase(site.tallies()).balance(site.phase(event.phase()), site.buckets());
            String key = site.files().books(event.phase());
            site.json().write(key, books);
            new PhaseTimes(site.work(), site.files(), clock).end(event.phase());
            PhaseMetrics.emitBooks(
                    event.migrationId(),
                    event.phase(),
                    books.balanced(),
                    books.terms().getOrDefault("quarantined", 0L));
            return new Balanced(books.balanced(), key);
        });
    }
}
