package dev.ferry.cli;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Something that the person at the keyboard can put right: what is wrong, where, and what to do.
public final class UsageProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UsageProblem(String what, String where, String remedy) {
        this(what, where, remedy, null);
    }

    public UsageProblem(String what, String where, String remedy, @Nullable Throwable cause) {
        super("%s, %s, %s".formatted(what, where, remedy), cause);
    }
}
