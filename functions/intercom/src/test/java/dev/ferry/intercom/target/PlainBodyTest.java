package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "1 < 2 & 3 > 2",
                "<b>not bold</b>",
                "two\nlines",
                "&amp; stays",
                "a\u00a0b  c",
                "“quotes” 'n' \"more\""
            })
    void whatIsWrittenAsHtmlReadsAsTheTextItWas(String text) {
        assertThat(PlainBody.text(PlainBody.html(text))).isEqualTo(PlainBody.blanks(text));
    }
}
