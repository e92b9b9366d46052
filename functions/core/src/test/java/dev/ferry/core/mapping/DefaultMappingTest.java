package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefaultMappingTest {

    @Test
    void compilesAgainstTheReadyOrg() {
        assertThat(Mappings.salesforce().phases())
                .extracting(CompiledPhase::name)
                .containsExactly(
                        "Account",
                        "Contact",
                        "AgentStats",
                        "Case",
                        "CallTask",
                        "MessageTask",
                        "EmailMessage",
                        "ContentNote",
                        "NoteLink",
                        "LongMessageNote",
                        "LongMessageNoteLink",
                        "File");
    }

    @Test
    void passesItsOwnTests() {
        var results = new MappingTests(Mappings.salesforce()).run(Mappings.DIRECTORY.resolve("tests"));
        assertThat(results)
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result).isInstanceOf(MappingTestResult.Passed.class));
    }
}
