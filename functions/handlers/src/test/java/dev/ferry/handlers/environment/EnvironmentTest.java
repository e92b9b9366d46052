package dev.ferry.handlers.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final String PROPERTY = "ferry.env.ENVIRONMENT_TEST";

    @AfterEach
    void clear() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void findsTheStandInOfAVariable() {
        System.setProperty(PROPERTY, "ledger");

        assertThat(Environment.find("ENVIRONMENT_TEST")).contains("ledger");
        assertThat(Environment.require("ENVIRONMENT_TEST")).isEqualTo("ledger");
    }

    @Test
    void prefersTheRealVariable() {
        System.setProperty("ferry.env.PATH", "stand-in");
        try {
            assertThat(Environment.require("PATH")).isEqualTo(System.getenv("PATH"));
        } finally {
            System.clearProperty("ferry.env.PATH");
        }
    }

    @Test
    void takesAnEmptyValueForNone() {
        System.setProperty(PROPERTY, "");

        assertThat(Environment.find("ENVIRONMENT_TEST")).isEmpty();
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Environment.require("ENVIRONMENT_TEST"))
                .withMessageContaining("ENVIRONMENT_TEST");
    }
}
