package dev.ferry.cli.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.cost.RunCost;
import java.time.Instant;
import java.util.Optional;

/// A run's progress as JSON, for scripts.
///
/// *Shape*: `{"run","state","startedAt","waitsFor"?,"parkedUntil"?,"sourceBudget"?,"cost"?:{"usd",
/// "usdPerThousandRecords"?,"pricesAsOf","region","phases":{...}},"phases":[{"name","state","share"?,"records",
/// "recordsPerSecond","boundBy","counts"}]}`.
public final class ProgressJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProgressJson() {}

    /// One line of JSON.
    public static String write(
            RunProgress progress, Optional<SourceBudget> budget, Optional<RunCost> cost, Instant now) {
        ObjectNode root = JSON.createObjectNode()
                .put("run", progress.run().runId())
                .put("state", progress.execution().state().name())
                .put("startedAt", progress.execution().startedAt().toString());
        progress.gate().ifPresent(gate -> root.put("waitsFor", "owners"));
        progress.parkedUntil().ifPresent(until -> root.put("parkedUntil", until.toString()));
        budget.ifPresent(standing -> write(root.putObject("sourceBudget"), standing));
        cost.ifPresent(sum -> write(root.putObject("cost"), sum, progress.records()));
        var phases = root.putArray("phases");
        for (PhaseProgress phase : progress.phases()) {
            ObjectNode node = phases.addObject()
                    .put("name", phase.name())
                    .put("state", phase.state().name());
            phase.share().ifPresent(share -> node.put("share", share));
            node.put("records", phase.records())
                    .put("recordsPerSecond", Math.round(phase.rate(now)))
                    .put("boundBy", phase.boundBy());
            ObjectNode counts = node.putObject("counts");
            phase.counts().forEach(counts::put);
        }
        return root.toString();
    }

    private static void write(ObjectNode node, SourceBudget budget) {
        BudgetStatus status = budget.status();
        node.put("day", status.day().toString())
                .put("used", status.used())
                .put("reserved", status.reserved())
                .put("left", status.left())
                .put("opensAgain", status.opensAgain().toString())
                .put("breaker", status.openBreaker().map(Refusal::reason).orElse(""))
                .put("toCome", budget.toCome());
        budget.forecast().ifPresent(forecast -> node.put("done", forecast.done().toString()));
    }

    private static void write(ObjectNode node, RunCost cost, long records) {
        node.put("usd", cost.total());
        cost.perThousand(records).ifPresent(dollars -> node.put("usdPerThousandRecords", dollars));
        node.put("pricesAsOf", cost.prices().asOf().toString())
                .put("region", cost.prices().region());
        ObjectNode phases = node.putObject("phases");
        cost.used().keySet().forEach(phase -> phases.put(phase, cost.of(phase)));
    }
}
