package dev.ferry.handlers.rollback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.rollback.PlanRollback;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.SettleOpenChunks;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.run.RunRegister;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Says what a rollback would do, and writes the list of buckets for it.
public final class PlanRollbackHandler implements RequestHandler<RollbackEvent, PlanRollbackHandler.Planned> {
    private final Runs runs;
    private final LoadSites sites;
    private final RunRegister register;

    public PlanRollbackHandler() {
        this(AwsRuns.standard());
    }

    private PlanRollbackHandler(AwsRuns aws) {
        this(aws, AwsLoadSites.standard(), new DynamoDbRunStore(aws.controlTable()));
    }

    PlanRollbackHandler(Runs runs, LoadSites sites, RunRegister register) {
        this.runs = runs;
        this.sites = sites;
        this.register = register;
    }

    /// What is to be undone, in its order.
    ///
    /// @param nothing whether there is nothing to undo
    public record Planned(List<String> objects, String planKey, String manifestKey, boolean nothing) {
        public Planned {
            objects = List.copyOf(objects);
        }
    }

    @Override
    public Planned handleRequest(RollbackEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            RunPorts ports = runs.open(event.run());
            if (!ports.work().exists(ports.files().untouchedObjects())) {
                throw new FerryException(
                        ErrorCode.CONFIGURATION,
                        "run " + event.runId() + " has loaded nothing: it stopped before its target was checked");
            }
            LoadSite site = sites.open(event.run());
            Undoer undoer = site.undoer();
            if (!event.onlyPlans()) {
                settleOpenChunks(site);
            }
            RollbackRun rollback = event.rollback();
            RollbackPlan plan = new PlanRollback(site.work(), site.undoLedger(), undoer, site.buckets())
                    .plan(rollback, register.all(event.migrationId()));
            site.json().write(rollback.plan(), plan);
            site.json()
                    .write(
                            rollback.manifest(),
                            IntStream.range(0, site.buckets().value())
                                    .mapToObj(number -> Map.of("bucket", number))
                                    .toList());
            return new Planned(
                    plan.objects(),
                    rollback.plan(),
                    rollback.manifest(),
                    plan.objects().isEmpty());
        });
    }

    private static void settleOpenChunks(LoadSite site) {
        SettleOpenChunks open = new SettleOpenChunks(site.work(), site.ledger(), site.jobs());
        site.mapping().phases().forEach(phase -> open.settle(site.phase(phase.name())));
    }
}
