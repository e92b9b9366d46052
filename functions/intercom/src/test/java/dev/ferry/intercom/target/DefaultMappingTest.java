package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.MappingTestResult;
import dev.ferry.core.mapping.MappingTests;
import dev.ferry.core.mapping.schema.SourceSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefaultMappingTest {
    private static CompiledMapping mapping() {
        CompileResult result = new MappingCompiler()
                .compile(
                        EmptyWorkspace.MAPPINGS.resolve("intercom.yaml"),
                        SourceSchema.canonical(),
                        EmptyWorkspace.described());
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        return ((CompileResult.Compiled) result).mapping();
    }

    @Test
    void compilesAgainstAWorkspaceThatNobodyPrepared() {
        assertThat(mapping().phases())
                .extracting(CompiledPhase::name)
                .containsSubsequence("Company", "Contact", "Conversation", "Message", "Note", "ConversationState");
    }

    @Test
    void passesItsOwnTests() {
        Path tests = EmptyWorkspace.MAPPINGS.resolve("tests").resolve("intercom");
        assertThat(new MappingTests(mapping()).run(tests))
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result).isInstanceOf(MappingTestResult.Passed.class));
    }
}
