package dev.ferry.handlers.environment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The environment variables of a function.
///
/// On Lambda they are the process's environment variables. Where many functions share one JVM, which cannot
/// change its own environment, the host sets the system property `ferry.env.NAME` in place of the variable
/// `NAME`; a real variable wins over the property.
///
/// *Threading*: safe for concurrent use.
public final class Environment {

    /// What the names of stand-in system properties begin with.
    public static final String PROPERTY_PREFIX = "ferry.env.";

    /// The variable by which the time of functions is moved, for simulations in which a provider's day passes at
    /// once. *Shape*: `PT24H`. It is not set on AWS.
    public static final String CLOCK_OFFSET = "CLOCK_OFFSET";

    private Environment() {}

    /// The time that a provider's days are reckoned by.
    public static Clock clock() {
        return find(CLOCK_OFFSET)
                .map(offset -> Clock.offset(Clock.systemUTC(), Duration.parse(offset)))
                .orElseGet(Clock::systemUTC);
    }

    /// A variable's value, when it is set and not empty.
    public static Optional<String> find(String name) {
        return Optional.ofNullable(System.getenv(name))
                .or(() -> Optional.ofNullable(System.getProperty(PROPERTY_PREFIX + name)))
                .filter(value -> !value.isEmpty());
    }

    /// A variable's value.
    ///
    /// *Errors*: `IllegalStateException` that names the variable when it is not set.
    public static String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Environment variable %s is not set; the function's entry in functions.json sets it"
                                .formatted(name)));
    }
}
