package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.plan.PlanJson;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.handlers.run.RunPorts;
import java.io.IOException;
import java.io.InputStream;

/// The plan of a run in the work bucket.
record PlanFile(RunPorts run) {

    /// The plan.
    ///
    /// *Errors*: `CONFIGURATION` when there is none.
    PlanResults read() {
        String name = run.files().plan() + "/plan.json";
        try (InputStream in = run.work().open(name).orElse(null)) {
            if (in == null) {
                throw new FerryException(
                        ErrorCode.CONFIGURATION,
                        "there is no plan " + run.run().runId() + ": " + name + " is not in the work bucket");
            }
            return PlanJson.read(in.readAllBytes());
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read " + name, e);
        }
    }
}
