package dev.ferry.handlers.assemble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.identity.ResolveIdentities;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.util.List;
import java.util.Set;

/// Settles who and what is one, and writes the lists of what is to be assembled.
public final class ResolveIdentitiesHandler implements RequestHandler<RunRef, ResolveIdentitiesHandler.Resolved> {
    private final Runs runs;

    public ResolveIdentitiesHandler() {
        this(AwsRuns.standard());
    }

    ResolveIdentitiesHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Resolved handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, AssembleBucket.PHASE, () -> {
            RunPorts ports = runs.open(run);
            FreeMailDomains freeMail =
                    FreeMailDomains.with(Set.copyOf(ports.config().freeMailDomains()));
            ResolveIdentities identities = new ResolveIdentities(
                    ports.links(), ports.identities(), freeMail, ports.config().maxChildrenPerAccount());
            Tally tally = identities.run(standing(ports));
            ports.tallies().put(run.runId(), tally);
            return new Resolved(
                    manifest(ports, AssemblyStage.CONVERSATIONS),
                    manifest(ports, AssemblyStage.CUSTOMERS),
                    manifest(ports, AssemblyStage.OTHERS));
        });
    }

    private static RecordDigest standing(RunPorts ports) {
        return ports
                .tallies()
                .find(ports.run().runId(), ResolveIdentities.PHASE, List.of(ResolveIdentities.UNIT))
                .stream()
                .map(Tally::digest)
                .findFirst()
                .orElse(RecordDigest.EMPTY);
    }

    private static String manifest(RunPorts ports, AssemblyStage stage) {
        String name = ports.files().assembleManifest(stage.label());
        new WorkJson(ports.work()).writeArray(name, stage.items(ports.buckets()).iterator());
        return name;
    }

    /// Where the manifests of the stages of assembly are.
    public record Resolved(String conversationsKey, String customersKey, String othersKey) {}
}
