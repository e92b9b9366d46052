package dev.ferry.handlers.scope;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.scope.ScopeResults.Missing;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.SourceChannel;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.extract.ExtractPlan;
import dev.ferry.handlers.run.RunPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What Ferry reads and the source does not have, and what the source has and Ferry does not read.
record ScopeMissing(FeedCatalogue catalogue, RunPorts ports) {

    List<Missing> of(ExtractPlan batch) {
        List<Missing> missing = new ArrayList<>();
        catalogue.feeds().values().stream()
                .filter(spec -> isExpected(spec) && !isThere(spec, batch))
                .forEach(spec -> missing.add(new Missing(
                        spec.name(), "NOT_IN_EXPORT", "no finished partition; ask whether the feed is switched on")));
        batch.unknownFeeds()
                .forEach((feed, files) -> missing.add(
                        new Missing(feed, "UNKNOWN", "%d files of a feed that Ferry does not know".formatted(files))));
        batch.skippedFeeds()
                .forEach((feed, files) -> missing.add(new Missing(
                        feed, "NOT_READ", "%d files of report data, which become no record".formatted(files))));
        listed(PagePorts.UNAVAILABLE).forEach(missing::add);
        listed(ProfileFilesHandler.UNREADABLE).forEach(missing::add);
        return missing;
    }

    private static boolean isExpected(FeedSpec spec) {
        return spec.kind().filter(kind -> kind != EntityKind.CONFIGURATION).isPresent()
                && spec.channel() == SourceChannel.BATCH
                && spec.name().equals(spec.family());
    }

    private boolean isThere(FeedSpec spec, ExtractPlan batch) {
        return batch.feeds().keySet().stream()
                .flatMap(feed -> catalogue.find(feed).stream())
                .anyMatch(other -> other.family().equals(spec.family()));
    }

    private List<Missing> listed(String list) {
        try (Stream<Map<String, Object>> lines =
                JsonLines.readAll(ports.work(), ports.files().list(list))) {
            return lines.map(line -> new Missing(
                            String.valueOf(line.get("file")),
                            String.valueOf(line.get("reason")),
                            String.valueOf(line.get("detail"))))
                    .toList();
        }
    }
}
