package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NagTest {
    @Test
    void findsNothingThatIsNotExplained() {
        assertThat(Templates.get().findings()).isEmpty();
    }
}
