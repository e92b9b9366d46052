package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowIdTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '12'      | 12
                    '12.0'    | 12
                    ' 12.0 '  | 12
                    '120'     | 120
                    '.0'      | ''
                    'v1.0'    | v1.0
                    'a b'     | a b
                    '\u2003x' | x
                    'x\u2003' | x
                    """)
    void givesAnIdItsOneSpelling(String raw, String id) {
        assertThat(RowId.normal(raw)).isEqualTo(id).isEqualTo(RowId.id(raw));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "' \u2003'"})
    void takesABlankForNone(String raw) {
        assertThat(RowId.normal(raw)).isNull();
    }
}
