package dev.ferry.core.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.Serial;
import java.util.List;

/// A configuration with mistakes, all of them.
public final class InvalidConfig extends FerryException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    InvalidConfig(String name, List<String> violations) {
        super(
                ErrorCode.CONFIGURATION,
                "%s has %d mistakes:%n%s"
                        .formatted(name, violations.size(), String.join(System.lineSeparator(), violations)));
        this.violations = List.copyOf(violations);
    }

    /// One line each: the field, what it is, and what to do.
    public List<String> violations() {
        return violations;
    }
}
