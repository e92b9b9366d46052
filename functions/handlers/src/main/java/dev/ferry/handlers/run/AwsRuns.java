package dev.ferry.handlers.run;

import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.dynamodb.Backoff;
import dev.ferry.handlers.dynamodb.Consumption;
import dev.ferry.handlers.dynamodb.ItemTable;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.handlers.s3.S3Bucket;
import dev.ferry.handlers.s3.S3WorkStore;
import java.time.Clock;

/// Opens runs on AWS. Made once per function; tables and bucket come from `STAGING_TABLE`, `LEDGER_TABLE`,
/// `CONTROL_TABLE` and `WORK_BUCKET`. An invocation that opens a run leaves its bill there.
///
/// *Threading*: safe for concurrent use.
public final class AwsRuns implements Runs {
    private final AwsClients clients;
    private final Clock clock;
    private final Consumption consumption = new Consumption();
    private final Backoff backoff = Backoff.standard();

    public AwsRuns(AwsClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /// Runs on the clients that the environment describes.
    public static AwsRuns standard() {
        return new AwsRuns(new AwsClients(), Clock.systemUTC());
    }

    @Override
    public RunPorts open(RunRef run) {
        S3Bucket work = workBucket();
        RunConfig config = ConfigFile.read(new S3WorkStore(work), run);
        AwsRunPorts ports = new AwsRunPorts(this, run, config, work);
        ports.takeBill();
        return ports;
    }

    /// The work files of all runs.
    public WorkStore work() {
        return new S3WorkStore(workBucket());
    }

    private S3Bucket workBucket() {
        return new S3Bucket(clients.s3(), Environment.require("WORK_BUCKET"));
    }

    /// The table of runs and gates.
    public ItemTable controlTable() {
        return table("CONTROL_TABLE");
    }

    // Made at once, while an environment starts and has more of the processor. The table holds on to all
    // clients, and so to what they do before a snapshot.
    ItemTable table(String variable) {
        clients.dynamoDb();
        return new ItemTable(clients::dynamoDb, Environment.require(variable), backoff, consumption);
    }

    /// The clients of AWS services.
    public AwsClients clients() {
        return clients;
    }

    Clock clock() {
        return clock;
    }
}
