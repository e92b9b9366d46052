package dev.ferry.cli.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The ids of runs: the moment of their start, so that they sort and speak for themselves.
///
/// *Shape*: `run-20261101-023000-417`, in UTC with milliseconds.
final class RunIds {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "'run-'uuuuMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RunIds() {}

    static String at(Instant start) {
        return FORMAT.format(start);
    }

    /// The id of a plan, and of the run that takes it up.
    static String ofPlan(Instant start) {
        return at(start).replaceFirst("run", "plan");
    }
}
