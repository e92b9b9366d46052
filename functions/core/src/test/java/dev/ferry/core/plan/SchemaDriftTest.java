package dev.ferry.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaDriftTest {
    private static SchemaDrift of(Map<String, String> fields) {
        return new SchemaDrift(new TreeMap<>(fields));
    }

    @Test
    void namesFieldsThatAreDescribedOtherwiseOrByOneAlone() {
        SchemaDrift before = of(Map.of("Case.Subject", "text 255", "Case.Status", "picklist", "Case.Old", "text"));
        SchemaDrift now = of(Map.of("Case.Subject", "text 80", "Case.Status", "picklist", "Case.New", "required"));

        assertThat(now.since(before)).containsExactly("Case.New", "Case.Old", "Case.Subject");
        assertThat(now.hash()).isNotEqualTo(before.hash());
    }

    @Test
    void isTheSameForTheSameDescriptions() {
        assertThat(of(Map.of("a.b", "1", "a.c", "2")).hash())
                .isEqualTo(of(Map.of("a.c", "2", "a.b", "1")).hash())
                .hasSize(64);
    }
}
