package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.document.YamlReader;
import dev.ferry.core.mapping.document.YamlReading;
import org.junit.jupiter.api.Test;

class MappingHashTest {

    @Test
    void ignoresCommentsBlanksQuotesAndKeyOrder() {
        assertThat(hash("a: {b: x, c: [1, true]}\n"))
                .isEqualTo(hash("# note\na:\n    c:   # list\n    - 1\n    - true\n\n    b: 'x'\n"));
    }

    @Test
    void tellsValuesAndTypesAndOrderOfListsApart() {
        assertThat(hash("a: [1, 2]")).isNotEqualTo(hash("a: [2, 1]")).isNotEqualTo(hash("a: ['1', 2]"));
    }

    private static MappingHash hash(String yaml) {
        return MappingHash.of(((YamlReading.Read) YamlReader.read(yaml)).root());
    }
}
