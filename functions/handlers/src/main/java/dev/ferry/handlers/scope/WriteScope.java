package dev.ferry.handlers.scope;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.html.ScopePage;
import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.RunPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a scope for programs (`scope.json`), for spreadsheets (a CSV for each list) and for people
/// (`scope.html`).
final class WriteScope {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final FeedCatalogue catalogue;

    WriteScope(FeedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    WriteScopeHandler.Scoped run(RunPorts ports, Instant now) {
        ScopeResults results = new DescribeScope(catalogue, ports).results(now);
        String folder = ports.files().scope() + "/";
        WorkStore work = ports.work();
        ScopeTable.of(results).forEach(table -> table.write(work, folder));
        write(work, folder + "scope.html", new ScopePage().render(results).getBytes(StandardCharsets.UTF_8));
        try {
            // Last: that it is there says that everything else is.
            write(work, folder + "scope.json", JSON.writeValueAsBytes(results));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "could not write the scope as JSON", e);
        }
        return new WriteScopeHandler.Scoped(
                folder,
                results.objects().getFirst().count(),
                results.feeds().size(),
                results.gaps().size(),
                results.missing().size());
    }

    private static void write(WorkStore work, String name, byte[] content) {
        try (WorkFile out = work.create(name)) {
            out.write(content);
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + name, e);
        }
    }
}
