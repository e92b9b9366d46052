package dev.ferry.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurfacedTest {

    @Test
    void carriesCodeAndMessageOutOfAFunction() {
        FerryException failure = new FerryException(ErrorCode.MAPPING, "line 7: no such field");
        FerryException surfaced = RetriableException.surfacing(failure);
        assertThat(surfaced).hasMessage("MAPPING: line 7: no such field").isNotInstanceOf(RetriableException.class);
        assertThat(Surfaced.parse(String.valueOf(surfaced.getMessage())))
                .contains(new Surfaced(ErrorCode.MAPPING, "line 7: no such field"));
    }

    @Test
    void whatMayHealLeavesUnderTheClassThatStateMachinesRetry() {
        FerryException failure = new FerryException(ErrorCode.TARGET_UNAVAILABLE, "HTTP 503");
        assertThat(RetriableException.surfacing(failure))
                .isInstanceOf(RetriableException.class)
                .hasMessage("TARGET_UNAVAILABLE: HTTP 503");
    }

    @Test
    void otherTextsAreNoFailuresOfFerry() {
        assertThat(Surfaced.parse("java.lang.OutOfMemoryError: Java heap space"))
                .isEmpty();
        assertThat(Surfaced.parse("no colon")).isEmpty();
        assertThat(Surfaced.code("States.Timeout")).isEmpty();
    }
}
