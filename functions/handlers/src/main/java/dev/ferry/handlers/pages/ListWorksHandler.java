package dev.ferry.handlers.pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.pages.ListFeeds;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.util.List;
import java.util.stream.Stream;

/// Hands a machine the works that listing the feeds has written down: a dozen, whatever the size of the tenant.
public final class ListWorksHandler implements RequestHandler<RunRef, ListWorksHandler.Works> {
    private final Runs runs;

    public ListWorksHandler() {
        this(AwsRuns.standard());
    }

    ListWorksHandler(Runs runs) {
        this.runs = runs;
    }

    /// What is to be read. *Shape*: `{"works":[{"work","unit"}]}`, as `read-source` takes them.
    public record Works(List<Work> works) {
        public Works {
            works = List.copyOf(works);
        }
    }

    /// One of them.
    public record Work(String work, String unit) {}

    @Override
    public Works handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> new Works(works(runs.open(run))));
    }

    private static List<Work> works(RunPorts ports) {
        try (Stream<Work> lines = JsonLines.read(ports.work(), ports.files().sourceWorks())
                .map(line -> new Work(String.valueOf(line.get("work")), String.valueOf(line.get("unit"))))) {
            List<Work> listed = lines.toList();
            return listed.isEmpty()
                    ? ListFeeds.withoutFeeds().stream()
                            .map(work -> new Work(work.getOrDefault("work", ""), work.getOrDefault("unit", "")))
                            .toList()
                    : listed;
        }
    }
}
