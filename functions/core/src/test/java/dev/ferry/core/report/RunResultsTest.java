package dev.ferry.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunResultsTest {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunResultsJson.schema(), InputFormat.JSON);

    @Test
    void followsItsSchema() {
        for (RunResults results : List.of(
                SampleResults.finished(), SampleResults.clean(), SampleResults.unbalanced(), SampleResults.stopped())) {
            assertThat(schema.validate(json(results), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void schemaRefusesResultsWithoutBooks() {
        String json = json(SampleResults.clean()).replace("\"books\"", "\"book\"");
        assertThat(schema.validate(json, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void readsBackWhatWasWritten() {
        for (RunResults results : List.of(SampleResults.finished(), SampleResults.stopped())) {
            assertThat(RunResultsJson.read(RunResultsJson.write(results))).isEqualTo(results);
        }
    }

    @Test
    void refusesAnotherVersion() {
        String other = json(SampleResults.clean()).replace("run-results.v1", "run-results.v9");
        assertThatThrownBy(() -> RunResultsJson.read(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FerryException.class);
    }

    @Test
    void theDocumentedSchemaIsTheShippedOne() throws IOException {
        Path documented = Path.of(System.getProperty("ferry.root"), "docs", "reference", "run-results.v1.schema.json");
        assertThat(Files.readString(documented)).isEqualTo(RunResultsJson.schema());
    }

    @Test
    void ordersFindingsBySeverity() {
        assertThat(SampleResults.finished().findings())
                .extracting(Finding::severity)
                .containsExactly(
                        Finding.Severity.ERROR,
                        Finding.Severity.WARNING,
                        Finding.Severity.WARNING,
                        Finding.Severity.INFO);
    }

    @Test
    void aDigestThatDiffersUnbalancesTheBooks() {
        assertThat(SampleResults.clean().balanced()).isTrue();
        assertThat(SampleResults.unbalanced().balanced()).isFalse();
    }

    private static String json(RunResults results) {
        return new String(RunResultsJson.write(results), StandardCharsets.UTF_8);
    }
}
