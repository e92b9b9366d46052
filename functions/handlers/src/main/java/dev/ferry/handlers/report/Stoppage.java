package dev.ferry.handlers.report;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.report.RunStop;
import dev.ferry.handlers.books.BooksInWords;

/// That a run was stopped, and the command to go on with.
record Stoppage(RunStop stop, String next) {
    private static final int MACHINE = 6;

    /// A run keeps the configuration that it was started with and what it has read, so that a wrong configuration
    /// and missing rows ask for another run.
    ///
    /// @param executionArn of the machine `migration` or `plan`
    static Stoppage of(RunStop stop, String executionArn, String migrationId) {
        String machine = executionArn.split(":", -1)[MACHINE];
        String command = machine.equals("plan") || machine.endsWith("-plan") ? "ferry plan" : "ferry run";
        boolean anew = stop.error().equals(ErrorCode.CONFIGURATION.name())
                || stop.message().contains(BooksInWords.START_ANEW);
        return new Stoppage(stop, command + (anew ? " --config config.json --migration " + migrationId : " --resume"));
    }
}
