package dev.ferry.local.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A standard output that sends what a thread prints, line by line, to the sink that the thread was bound to;
/// threads that were not bound print where the process prints.
///
/// *Threading*: a binding is inherited by the threads that a thread starts, virtual ones included, which is how the
/// workers of a handler are recognised.
final class PrintedLines extends OutputStream {

    private final OutputStream unbound;
    private final InheritableThreadLocal<Consumer<String>> sink = new InheritableThreadLocal<>();
    private final ThreadLocal<ByteArrayOutputStream> started = ThreadLocal.withInitial(ByteArrayOutputStream::new);

    PrintedLines(OutputStream unbound) {
        this.unbound = unbound;
    }

    /// Sends what this thread prints to a sink.
    void bind(Consumer<String> lines) {
        sink.set(lines);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var lines = sink.get();
        if (lines == null) {
            unbound.write(bytes, offset, length);
            return;
        }
        var line = started.get();
        for (var i = offset; i < offset + length; i++) {
            if (bytes[i] != '\n') {
                line.write(bytes[i]);
            } else {
                lines.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (sink.get() == null) {
            unbound.flush();
        }
    }
}
