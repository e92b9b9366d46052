package dev.ferry.handlers.plan;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.PlanPhase;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.plan.PlanJson;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.PlanResults.Phase;
import dev.ferry.core.report.html.PlanPage;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.target.LoadSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes a plan for programs (`plan.json`), for spreadsheets (`phases.csv`, `needs.csv`, `quarantined.csv`) and
/// for people (`plan.html`).
final class WritePlan {
    private final LoadSite site;

    WritePlan(LoadSite site) {
        this.site = site;
    }

    WritePlanHandler.Written run(Instant now) {
        PlanResults plan = new DescribePlan(site).results(now);
        String folder = site.files().plan() + "/";
        new PlanTable(site.work(), folder + "phases.csv")
                .write(
                        List.of(
                                "phase",
                                "title",
                                "create",
                                "update",
                                "linked",
                                "unchanged",
                                "quarantined",
                                "filtered",
                                "calls"),
                        plan.phases().stream().map(WritePlan::cells));
        new PlanTable(site.work(), folder + "needs.csv")
                .write(
                        List.of("what", "amount", "exact", "allowed", "left", "period"),
                        plan.use().needs().stream().map(WritePlan::cells));
        quarantined(folder + "quarantined.csv");
        write(folder + "plan.html", new PlanPage().render(plan).getBytes(StandardCharsets.UTF_8));
        // Last: that it is there says that everything else is.
        write(folder + "plan.json", PlanJson.write(plan));
        Phase all = plan.total();
        return new WritePlanHandler.Written(folder, all.create(), all.update(), all.unchanged(), all.quarantined());
    }

    private void quarantined(String name) {
        Stream<List<Object>> rows = site.mapping().phases().stream()
                .map(CompiledPhase::name)
                .flatMap(phase -> JsonLines.readAll(
                                site.work(), PlanPhase.of(site.phase(phase)).listPrefix("quarantined"))
                        .map(line -> cells(phase, line)));
        new PlanTable(site.work(), name).write(List.of("phase", "key", "field", "reason", "hint"), rows);
    }

    private static List<Object> cells(String phase, Map<String, Object> line) {
        return List.of(phase, text(line, "key"), text(line, "field"), text(line, "reason"), text(line, "hint"));
    }

    private static String text(Map<String, Object> line, String name) {
        Object value = line.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<Object> cells(Phase phase) {
        return List.of(
                phase.name(),
                phase.title(),
                phase.create(),
                phase.update(),
                phase.linked(),
                phase.unchanged(),
                phase.quarantined(),
                phase.filtered(),
                phase.calls());
    }

    private static List<Object> cells(Need need) {
        return List.of(need.what(), need.amount(), need.exact(), need.allowed(), need.left(), need.period());
    }

    private void write(String name, byte[] content) {
        try (WorkFile out = site.work().create(name)) {
            out.write(content);
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + name, e);
        }
    }
}
