package dev.ferry.cli.work;

import dev.ferry.cli.Surroundings.Pause;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunStop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Waits for the report of a run that was stopped. A function writes it when it hears of the stop, which takes a
/// second or two, and on AWS now and then a minute.
///
/// *Threading*: for one thread.
public final class AwaitReport {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LOOKS = 240;

    private final FetchResults results;
    private final Pause pause;

    public AwaitReport(FetchResults results, Pause pause) {
        this.results = results;
        this.pause = pause;
    }

    /// The results that tell of a stop, with everything beside them; nothing when they do not come.
    ///
    /// @param folder of the run in the work bucket
    /// @param stoppedAt tells this stop from earlier ones of the same run
    public Optional<RunResults> of(String folder, Instant stoppedAt) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (results.look(folder)
                    .flatMap(RunResults::stopped)
                    .map(RunStop::at)
                    .filter(stoppedAt::equals)
                    .isPresent()) {
                return results.fetch(folder);
            }
            pause.await(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }
}
