package dev.ferry.local.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The log of each function as a file `<function>.log`, where CloudWatch would have a log group, fed from what
/// functions print and log.
///
/// It takes the place of the process's standard output and error while it is open, because that is where handlers
/// print; threads of no function still reach the terminal.
///
/// *Threading*: safe for concurrent use; a line is written whole.
public final class FunctionLogs implements FunctionOutput, AutoCloseable {

    private final Path directory;
    private final Consumer<String> observer;
    private final Map<String, Writer> files = new ConcurrentHashMap<>();
    private final InheritableThreadLocal<String> working = new InheritableThreadLocal<>();
    private final PrintStream out;
    private final PrintStream err;
    private final PrintedLines printed;
    private final PrintedLines complained;

    private FunctionLogs(Path directory, Consumer<String> observer, PrintStream out, PrintStream err) {
        this.directory = directory;
        this.observer = observer;
        this.out = out;
        this.err = err;
        this.printed = new PrintedLines(out);
        this.complained = new PrintedLines(err);
    }

    /// Starts capturing.
    ///
    /// @param directory created when missing; existing logs are continued
    /// @param observer sees every line of every function, for example to find metrics in them
    public static FunctionLogs open(Path directory, Consumer<String> observer) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not create the log directory " + directory, e);
        }
        var logs = new FunctionLogs(directory, observer, System.out, System.err);
        System.setOut(new PrintStream(logs.printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(logs.complained, true, StandardCharsets.UTF_8));
        return logs;
    }

    @Override
    public void attach(String function) {
        working.set(function);
        printed.bind(line -> line(function, line));
        complained.bind(line -> line(function, line));
    }

    /// The function that the calling thread works for.
    public Optional<String> attached() {
        return Optional.ofNullable(working.get());
    }

    @Override
    public void line(String function, String line) {
        observer.accept(line);
        var file = files.computeIfAbsent(function, this::open);
        try {
            synchronized (file) {
                file.write(line + "\n");
                file.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the log of function " + function, e);
        }
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        files.values().forEach(FunctionLogs::close);
    }

    private Writer open(String function) {
        var file = directory.resolve(function + ".log");
        try {
            return Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not open the log file " + file, e);
        }
    }

    private static void close(Writer file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not close a function's log file", e);
        }
    }
}
