package dev.ferry.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One stage of work on the console. Ends with a tick, or with a cross when it is closed without an end.
///
/// *Threading*: for one thread.
public final class Stage implements AutoCloseable {
    private static final int TITLE = 30;
    private static final int DETAIL = 38;

    private final Console console;
    private final String title;
    private final InstantSource clock;
    private final Instant start;
    private boolean settled;

    Stage(Console console, String title, InstantSource clock) {
        this.console = console;
        this.title = title;
        this.clock = clock;
        this.start = clock.instant();
        progress("");
    }

    /// Shows how far the stage is, on a terminal.
    public void progress(String detail) {
        console.redraw("  @|faint ·|@ " + pad(title, TITLE) + detail);
    }

    /// Ends the stage with a tick.
    public void done(String detail) {
        end("@|green ✓|@", detail);
    }

    /// Ends the stage without success.
    public void failed(String detail) {
        end("@|red ✗|@", detail);
    }

    /// Ends the stage in waiting for somebody.
    public void waiting(String detail) {
        end("@|yellow ‖|@", detail);
    }

    @Override
    public void close() {
        if (!settled) {
            failed("stopped");
        }
    }

    private void end(String mark, String detail) {
        settled = true;
        console.settle("  " + mark + " " + pad(title, TITLE) + pad(detail, DETAIL) + "@|faint "
                + Amounts.duration(Duration.between(start, clock.instant())) + "|@");
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + "  " : text + " ".repeat(width - text.length());
    }
}
