package dev.ferry.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.plan.PlanResults.Cost;
import dev.ferry.core.plan.PlanResults.Hashes;
import dev.ferry.core.plan.PlanResults.Phase;
import dev.ferry.core.plan.PlanResults.SourceUse;
import dev.ferry.core.plan.PlanResults.TargetUse;
import dev.ferry.core.plan.PlanResults.Undo;
import dev.ferry.core.report.html.PlanPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanResultsTest {
    private static final PlanResults PLAN = new PlanResults(
            PlanResults.SCHEMA,
            "plan-1",
            "acme",
            "Acme & Sons",
            "ASAPP batch export",
            "Intercom",
            "2026-11-26T09:00:00Z",
            new Hashes("a".repeat(64), "b".repeat(64), "c".repeat(64)),
            2,
            List.of(
                    new Phase("Contact", "Customers", 5, 3, 2, 1, 1, 0, 14),
                    new Phase("Message", "Messages", 70, 0, 0, 0, 0, 4, 70)),
            new TargetUse(
                    List.of(new Need("API requests", 900, false, 1_000, 300, "24 hours")),
                    40_000,
                    "500 calls a minute"),
            new SourceUse(12, 90_000, 1),
            new Cost(1.5, "about 1.50 USD", new TreeMap<>()),
            new Undo(75, 2),
            "ferry run --plan plan-1");

    @Test
    void survivesItsFile() {
        assertThat(PlanJson.read(PlanJson.write(PLAN))).isEqualTo(PLAN);
    }

    @Test
    void addsUpItsPhases() {
        assertThat(PLAN.total()).isEqualTo(new Phase("all", "All", 75, 3, 2, 1, 1, 4, 84));
    }

    @Test
    void refusesAnotherVersion() {
        String other = new String(PlanJson.write(PLAN), StandardCharsets.UTF_8).replace("plan.v1", "plan.v9");
        assertThatThrownBy(() -> PlanJson.read(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FerryException.class);
    }

    @Test
    void theDocumentedSchemaIsTheShippedOne() throws IOException {
        Path documented = Path.of(System.getProperty("ferry.root"), "docs", "reference", "plan.v1.schema.json");
        assertThat(Files.readString(documented)).isEqualTo(PlanJson.schema());
    }

    @Test
    void thePageShowsWhatExceedsTheTargetAndEscapesNames() {
        assertThat(new PlanPage().render(PLAN))
                .contains(
                        "Acme &amp; Sons",
                        "API requests (more than is left)",
                        "about 900",
                        "11.1 hours, bound by 500 calls a minute",
                        "2 agents without a user");
    }
}
