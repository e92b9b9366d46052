package dev.ferry.handlers.scope;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.core.scope.DistinctCount;
import dev.ferry.core.scope.FeedProfile;
import dev.ferry.core.scope.ScopeResults.Count;
import dev.ferry.core.source.EntityKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// How many there are of what would become records.
final class ScopeObjects {
    private static final String CONVERSATIONS = "convos_metadata";
    private static final String MESSAGES = "utterances";

    private final FeedCatalogue catalogue;
    private final Collection<FeedProfile> profiles;

    ScopeObjects(FeedCatalogue catalogue, Map<String, FeedProfile> profiles) {
        this.catalogue = catalogue;
        this.profiles = profiles.values();
    }

    List<Count> counts() {
        DistinctCount issues = union(family(CONVERSATIONS), FeedProfile::entities);
        DistinctCount texts = union(family(MESSAGES), FeedProfile::entities);
        List<Count> counts = new ArrayList<>();
        counts.add(count("conversations of Messaging", issues, "issues in convos_metadata"));
        counts.add(new Count(
                "conversations without text",
                issues.without(texts),
                issues.exact() && texts.exact(),
                "issues of convos_metadata that have no row in utterances"));
        counts.add(sampled(
                "conversations of AI Services",
                ofAiServices(),
                "conversations in the sampled dates of the File Exporter"));
        counts.add(sampled(
                "messages of AI Services",
                union(exported(spec -> spec.name().equals("fx_staging_utterance_state")), FeedProfile::keys),
                "messages in the sampled dates of the File Exporter"));
        counts.add(count(
                "messages of Messaging", union(family(MESSAGES), FeedProfile::keys), "distinct rows of utterances"));
        counts.add(count("customers", union(batch(), FeedProfile::customers), "customer_id of all batch feeds"));
        counts.add(count("agents", union(kind(EntityKind.AGENT), FeedProfile::entities), "feeds of agents"));
        counts.add(count("queues", union(kind(EntityKind.QUEUE), FeedProfile::entities), "feeds of queues"));
        counts.add(count("intents", union(kind(EntityKind.INTENT), FeedProfile::entities), "feeds of intents"));
        counts.add(sampled(
                "attachments",
                union(exported(spec -> spec.name().equals("fx_attachments")), FeedProfile::keys),
                "attachments in the sampled dates of the File Exporter"));
        return counts;
    }

    /// Agents.
    long agents() {
        return union(kind(EntityKind.AGENT), FeedProfile::entities).value();
    }

    /// Conversations of Messaging.
    long conversations() {
        return union(family(CONVERSATIONS), FeedProfile::entities).value();
    }

    /// Conversations of AI Services in what was sampled.
    long exportedConversations() {
        return ofAiServices().value();
    }

    /// Those of Messaging that have no row of text.
    long withoutText() {
        return union(family(CONVERSATIONS), FeedProfile::entities)
                .without(union(family(MESSAGES), FeedProfile::entities));
    }

    /// Their messages.
    long messages() {
        return union(family(MESSAGES), FeedProfile::keys).value();
    }

    /// Their customers.
    long customers() {
        return union(batch(), FeedProfile::customers).value();
    }

    private DistinctCount ofAiServices() {
        return union(
                exported(spec ->
                        spec.kind().filter(EntityKind.CONVERSATION::equals).isPresent()
                                && spec.space() == FeedSpec.IdSpace.CONVERSATION),
                FeedProfile::entities);
    }

    private static Count count(String object, DistinctCount count, String basis) {
        return new Count(object, count.value(), count.exact(), basis);
    }

    private static Count sampled(String object, DistinctCount count, String basis) {
        return new Count(object, count.value(), false, basis);
    }

    private DistinctCount union(Predicate<FeedSpec> feeds, Function<FeedProfile, DistinctCount> of) {
        return profiles.stream()
                .filter(profile -> catalogue.find(profile.feed()).filter(feeds).isPresent())
                .map(of)
                .reduce(new DistinctCount(), DistinctCount::union);
    }

    private static Predicate<FeedSpec> family(String family) {
        return spec -> spec.family().equals(family);
    }

    private static Predicate<FeedSpec> kind(EntityKind kind) {
        return batch().and(spec -> spec.kind().filter(kind::equals).isPresent());
    }

    private static Predicate<FeedSpec> batch() {
        return spec -> !spec.name().startsWith(FileExporterLayout.PREFIX);
    }

    private static Predicate<FeedSpec> exported(Predicate<FeedSpec> more) {
        return more.and(spec -> spec.name().startsWith(FileExporterLayout.PREFIX));
    }
}
