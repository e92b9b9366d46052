package dev.ferry.cli.console;

import java.io.PrintWriter;
import java.time.InstantSource;
import picocli.CommandLine.Help.Ansi;

/// The terminal, or what stands in for it.
///
/// *Threading*: for one thread.
public final class Console {
    private final PrintWriter out;
    private final Ansi ansi;
    private final boolean live;
    private final InstantSource clock;

    /// @param live whether lines may be redrawn: standard output is a terminal
    public Console(PrintWriter out, Ansi ansi, boolean live, InstantSource clock) {
        this.out = out;
        this.ansi = ansi;
        this.live = live;
        this.clock = clock;
    }

    /// Prints a line. *Shape*: picocli markup such as `@|bold text|@`, plain where colours are off.
    public void line(String markup) {
        out.println(ansi.string(markup));
        out.flush();
    }

    /// Prints text as it is, for data that other programs read.
    public void raw(String text) {
        out.println(text);
        out.flush();
    }

    /// An empty line.
    public void gap() {
        raw("");
    }

    /// The one command to go on with.
    public void next(String command) {
        line("@|faint Next:|@  @|bold " + command + "|@");
    }

    /// Begins a stage; close it when its work is over.
    public Stage stage(String title) {
        return new Stage(this, title, clock);
    }

    /// Whether a person watches.
    public boolean live() {
        return live;
    }

    /// Redraws the current line, on a terminal.
    void redraw(String markup) {
        if (live) {
            out.print("\r\u001B[2K" + ansi.string(markup));
            out.flush();
        }
    }

    /// Ends the current line with its final text.
    void settle(String markup) {
        if (live) {
            out.print("\r\u001B[2K");
        }
        line(markup);
    }
}
