package dev.ferry.handlers.assemble;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.conversations.ApiPlan;
import dev.ferry.asapp.conversations.ApiRead;
import dev.ferry.asapp.fold.PlanConversationReads;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.asapp.summaries.GenerationPlan;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.pages.CheckSourceApi;
import dev.ferry.handlers.run.RunPorts;
import java.util.Map;

/// Writes the questions of a bucket, as [dev.ferry.asapp.pages.ReadConversations] reads them, what is to be
/// generated
/// by [dev.ferry.asapp.pages.GenerateSummaries], and the agents whom [dev.ferry.asapp.pages.ReadAgentResponses]
/// asks for.
///
/// Counts: `questions`; `saved`, conversations of AI Services that need none, since feeds have all their text; and
/// `answeredBefore`, those that lack text although they were asked for by an earlier run. Of what is generated:
/// `generations`; `generationsSaved`, which feeds have; and `generatedBefore`, which an earlier run had generated.
public final class PlanQuestions {
    private final FeedCatalogue catalogue;

    PlanQuestions(FeedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What was planned. *Shape*: `{"unit","questions","generateUnit","generations"}`.
    ///
    /// @param unit the work file of the questions
    /// @param generateUnit the work file of what is to be generated
    public record Planned(String unit, long questions, String generateUnit, long generations) {}

    Planned run(RunPorts ports, AssembleItem item) {
        Bucket bucket = AssemblyStage.bucket(item);
        ApiPlan plan = new PlanConversationReads(
                        AssembleUnits.stores(ports),
                        catalogue,
                        ports.lookedAt(),
                        CheckSourceApi.generating(ports.config().source().api()))
                .run(bucket);
        String name = ports.files().questions(bucket);
        if (!plan.reads().isEmpty()) {
            try (JsonLines.Writer lines = JsonLines.write(ports.work(), name)) {
                plan.reads().forEach(read -> lines.write(question(read)));
                lines.commit();
            }
        }
        if (!plan.agents().isEmpty()) {
            try (JsonLines.Writer lines =
                    JsonLines.write(ports.work(), ports.files().agents(bucket))) {
                plan.agents().forEach(agent -> lines.write(Map.of("agentId", agent)));
                lines.commit();
            }
        }
        String generate = ports.files().generations(bucket);
        GenerationPlan generation = plan.generation();
        if (!generation.generations().isEmpty()) {
            try (JsonLines.Writer lines = JsonLines.write(ports.work(), generate)) {
                generation.generations().forEach(one -> lines.write(one.line()));
                lines.commit();
            }
        }
        count(ports, bucket, plan);
        return new Planned(
                name, plan.reads().size(), generate, generation.generations().size());
    }

    private static void count(RunPorts ports, Bucket bucket, ApiPlan plan) {
        GenerationPlan generation = plan.generation();
        ports.tallies()
                .put(
                        ports.run().runId(),
                        Tally.of(
                                PagePorts.PHASE,
                                "plan/" + bucket.label(),
                                Map.of(
                                        "questions", (long) plan.reads().size(),
                                        "saved", plan.saved(),
                                        "answeredBefore", plan.answered(),
                                        "generations",
                                                (long) generation.generations().size(),
                                        "generationsSaved", generation.saved(),
                                        "generatedBefore", generation.before())));
    }

    private static Map<String, String> question(ApiRead read) {
        return switch (read) {
            case ApiRead.Messages messages -> Map.of("conversationId", messages.conversationId());
            case ApiRead.Whole whole -> Map.of("conversationId", whole.conversationId(), "whole", "true");
            case ApiRead.Search search -> Map.of("issueId", search.externalId());
        };
    }
}
