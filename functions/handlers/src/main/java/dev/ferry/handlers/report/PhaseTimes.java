package dev.ferry.handlers.report;

import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.WorkJson;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the phases of a run began and ended. A phase that is taken up again keeps its first beginning.
public final class PhaseTimes {
    private final WorkStore work;
    private final RunFiles files;
    private final Clock clock;

    public PhaseTimes(WorkStore work, RunFiles files, Clock clock) {
        this.work = work;
        this.files = files;
        this.clock = clock;
    }

    /// The times of one phase. *Shape* as JSON: ISO 8601 texts.
    ///
    /// @param ended null while the phase goes on
    public record Span(String started, @Nullable String ended) {

        /// The beginning.
        public Instant start() {
            return Instant.parse(started);
        }

        /// The end, or null.
        public @Nullable Instant end() {
            return ended == null ? null : Instant.parse(ended);
        }
    }

    /// Notes that a phase begins.
    public void start(String phase) {
        String started = span(phase).map(Span::started).orElseGet(this::now);
        new WorkJson(work).write(files.times(phase), new Span(started, null));
    }

    /// Notes that a phase has ended.
    public void end(String phase) {
        String now = now();
        String started = span(phase).map(Span::started).orElse(now);
        new WorkJson(work).write(files.times(phase), new Span(started, now));
    }

    /// What was noted of a phase.
    public Optional<Span> span(String phase) {
        return new WorkJson(work).find(files.times(phase), Span.class);
    }

    private String now() {
        return clock.instant().toString();
    }
}
