package dev.ferry.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.RecordScope;
import dev.ferry.cli.explain.ExplainConversation;
import dev.ferry.cli.explain.Explanation;
import dev.ferry.cli.explain.ExplanationText;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ferry explain`: what is known of one conversation.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explain one conversation: the rows it was assembled from (feed, partition, line), the ids it goes by and what",
            "shows them, which values won and lost, and what stands in the target. Contents are shown with --texts only."
        },
        footer = {"", "Examples:", "  ferry explain 18000417", "  ferry explain asapp:acme:issue:18000417 --texts"})
public final class ExplainCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANONICAL = "asapp:";

    private final Surroundings surroundings;

    @Mixin
    private WorkOption work = new WorkOption();

    @Mixin
    private RunChoice choice = new RunChoice();

    @Parameters(paramLabel = "CONVERSATION", description = "An issue id of ASAPP, or a canonical id.")
    private String conversation = "";

    @Option(names = "--texts", description = "Show contents, which may be personal.")
    private boolean texts;

    public ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try (CloudSession cloud = surroundings.sessions().open(work.cloud())) {
            RunRef run = RunInput.run(
                    cloud.executions().describe(choice.find(cloud).arn()).input());
            JsonNode config = json(cloud.work(), run.configKey());
            JsonNode layout = json(cloud.work(), "migrations/%s/layout.json".formatted(run.migrationId()));
            CanonicalId id = conversation.startsWith(CANONICAL)
                    ? new CanonicalId(conversation)
                    : CanonicalIds.issue(config.path("company").asText(), conversation);
            RecordScope scope = new RecordScope(
                    run.migrationId(),
                    config.path("target").path("kind").asText("salesforce"),
                    new BucketCount(layout.path("buckets").asInt()));
            Explanation found = new ExplainConversation(
                            cloud.records(scope), FeedCatalogue.standard(), objects(cloud.work(), run))
                    .explain(id);
            if (found.rows().isEmpty()) {
                throw new UsageProblem(
                        "no such conversation", id.value(), "check the id; it has to be in a complete partition");
            }
            new ExplanationText(surroundings.console(), texts).print(found);
            return ExitCode.CLEAN.code();
        }
    }

    /// What conversations become, as the check of the target wrote it down.
    private static List<ObjectName> objects(WorkStore store, RunRef run) throws IOException {
        List<ObjectName> objects = new ArrayList<>();
        json(store, new RunFiles(run.runId()).titles()).path("phases").forEach(phase -> {
            boolean conversation = phase.path("from").asText().equals(EntityKind.CONVERSATION.name());
            if (conversation && phase.path("whole").asBoolean()) {
                objects.add(new ObjectName(phase.path("object").asText()));
            }
        });
        return List.copyOf(objects);
    }

    private static JsonNode json(WorkStore store, String name) throws IOException {
        try (InputStream in = store.open(name)
                .orElseThrow(() -> new UsageProblem(
                        "the run has not come far enough", name, "wait until it has read the export"))) {
            return JSON.readTree(in);
        }
    }
}
