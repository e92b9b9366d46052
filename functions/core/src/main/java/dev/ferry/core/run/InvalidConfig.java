package dev.ferry.core.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.Serial;
import java.util.List;

/// A configuration with mistakes, all of them on one line.
public final class InvalidConfig extends FerryException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    InvalidConfig(String name, List<String> violations) {
        super(
                ErrorCode.CONFIGURATION,
                "%s has %s: %s"
                        .formatted(
                                name,
                                violations.size() == 1 ? "a mistake" : violations.size() + " mistakes",
                                String.join("; ", violations)));
        this.violations = List.copyOf(violations);
    }

    /// The field of each, what it is, and what to do.
    public List<String> violations() {
        return violations;
    }
}
