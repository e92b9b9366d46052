package dev.ferry.handlers.prepare;

import dev.ferry.core.run.RunRegister;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// The handler of preparation on ports in memory.
public final class PrepareHandlersForTests {
    private PrepareHandlersForTests() {}

    public static PrepareRunHandler prepareRun(Runs runs, RunRegister register) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T02:30:00Z"), ZoneOffset.UTC);
        return new PrepareRunHandler(runs, new PrepareRun(register, clock, _ -> {}));
    }
}
