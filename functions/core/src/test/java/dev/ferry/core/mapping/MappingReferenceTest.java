package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.schema.SourceSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Keeps the examples of the reference page true.
class MappingReferenceTest {
    private static final String PAGE = Mappings.read(Mappings.DIRECTORY.resolveSibling("docs/reference/mapping.md"));
    private static final String SKELETON = """
            version: 1
            target: salesforce
            defaults: {timeZone: America/New_York}
            phases:
            - {name: Account, object: Account, from: organization, key: id, fields: {Name: {path: name}}}
            - {name: Contact, object: Contact, from: customer, key: id, fields: {LastName: {path: name}}}
            - name: Case
              object: Case
              from: conversation
              key: id
              fields:
            """;

    @Test
    void theWholeMappingCompilesAndPassesItsTests() {
        CompiledMapping mapping = Mappings.compiled(compile(blocks("mapping").getFirst()));
        assertThat(new MappingTests(mapping).runText(blocks("tests").getFirst()))
                .hasSize(3)
                .allSatisfy(result -> assertThat(result).isInstanceOf(MappingTestResult.Passed.class));
    }

    @Test
    void everyFieldExampleCompiles() {
        assertThat(blocks("field"))
                .hasSize(3)
                .allSatisfy(block ->
                        assertThat(compile(SKELETON + block.indent(4))).isInstanceOf(CompileResult.Compiled.class));
    }

    @Test
    void everyRefusalIsRefusedInTheseWords() {
        Object refusals = new Load(LoadSettings.builder().build())
                .loadFromString(blocks("refused").getFirst());
        assertThat((List<?>) refusals).isNotEmpty().allSatisfy(item -> {
            Map<?, ?> refusal = (Map<?, ?>) item;
            CompileResult result =
                    compile(SKELETON + String.valueOf(refusal.get("field")).indent(4));
            assertThat(result)
                    .isInstanceOfSatisfying(
                            CompileResult.Refused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(MappingProblem::message)
                                    .contains((String) refusal.get("message")));
        });
    }

    @Test
    void theAdjustmentsAreAllNamed() {
        assertThat(Adjustment.Rule.values()).allSatisfy(rule -> assertThat(PAGE).contains("`" + rule + "`"));
    }

    private static CompileResult compile(String yaml) {
        return new MappingCompiler().compile(yaml, SourceSchema.canonical(), Mappings.target());
    }

    private static List<String> blocks(String kind) {
        return Pattern.compile("```yaml " + kind + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
