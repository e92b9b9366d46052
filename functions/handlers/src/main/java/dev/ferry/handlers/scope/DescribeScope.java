package dev.ferry.handlers.scope;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.pages.SurveyFeed.Survey;
import dev.ferry.core.cost.CostForecast;
import dev.ferry.core.cost.PriceTable;
import dev.ferry.core.cost.RunVolume;
import dev.ferry.core.scope.FeedProfile;
import dev.ferry.core.scope.PartitionDays;
import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.scope.ScopeResults.Api;
import dev.ferry.core.scope.ScopeResults.Cost;
import dev.ferry.core.scope.ScopeResults.Feed;
import dev.ferry.core.scope.ScopeResults.Gap;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.extract.ExtractPlan;
import dev.ferry.handlers.extract.ExtractPlan.FeedShare;
import dev.ferry.handlers.extract.FileItem;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Adds up what the files and the API of a source showed.
final class DescribeScope {
    // A message becomes an e-mail message and its task; a conversation a case and a note.
    private static final int RECORDS_PER_MESSAGE = 2;
    private static final int RECORDS_PER_CONVERSATION = 2;

    private final FeedCatalogue catalogue;
    private final RunPorts ports;
    private final WorkJson json;
    private final SortedMap<String, FeedProfile> profiles = new TreeMap<>();
    private final PartitionDays days = new PartitionDays();
    private final List<Survey> surveys = new ArrayList<>();

    DescribeScope(FeedCatalogue catalogue, RunPorts ports) {
        this.catalogue = catalogue;
        this.ports = ports;
        this.json = new WorkJson(ports.work());
    }

    ScopeResults results(Instant now) {
        read();
        ExtractPlan batch = json.read(ports.files().inventory(), ExtractPlan.class);
        ExtractPlan channels = json.find(ports.files().channels(), ExtractPlan.class)
                .orElse(new ExtractPlan(
                        0, 0, List.of(), "", Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of()));
        ScopeObjects objects = new ScopeObjects(catalogue, profiles);
        var counts = objects.counts();
        Api api = ports.config().source().api().isUsed()
                ? new ScopeApi(
                                surveys,
                                copies(channels),
                                objects.withoutText(),
                                objects.agents(),
                                objects.conversations() + objects.exportedConversations())
                        .of(ports.config().source().api(), now)
                : null;
        return new ScopeResults(
                ScopeResults.VERSION,
                ports.config().company(),
                ports.run().migrationId(),
                ports.run().runId(),
                counts,
                feeds(batch, channels),
                gaps(batch),
                api,
                cost(objects, batch.files() + channels.files(), api == null ? 0 : api.requests()),
                new ScopeFields(profiles.values()).all(),
                new ScopeMissing(catalogue, ports).of(batch));
    }

    private void read() {
        for (String file : ports.work().list(ports.files().profiles())) {
            for (FeedProfile profile : json.read(file, FeedProfile[].class)) {
                profiles.merge(profile.feed(), profile, FeedProfile::plus);
            }
        }
        for (FileItem file : json.read(ports.files().extractManifest(), FileItem[].class)) {
            var partition = WorkUnit.of(new SourceObject(file.key(), file.size(), file.etag()))
                    .partition();
            days.add(partition.feed(), LocalDate.parse(partition.dt()));
        }
        try (Stream<Map<String, Object>> lines =
                JsonLines.readAll(ports.work(), ports.files().surveys())) {
            lines.map(DescribeScope::survey).forEach(surveys::add);
        }
    }

    private static Survey survey(Map<String, Object> line) {
        return new Survey(
                text(line, "feed"),
                number(line, "dates"),
                text(line, "first"),
                text(line, "last"),
                number(line, "sampled"),
                number(line, "files"));
    }

    private List<Feed> feeds(ExtractPlan batch, ExtractPlan channels) {
        List<Feed> feeds = new ArrayList<>();
        batch.feeds().forEach((feed, share) -> feeds.add(feed(feed, share, "BATCH", dates(feed))));
        channels.feeds().forEach((feed, share) -> {
            Survey survey = surveys.stream()
                    .filter(one -> (FileExporterLayout.PREFIX + one.feed()).equals(feed))
                    .findFirst()
                    .orElse(new Survey(feed, 0, "", "", 0, 0));
            feeds.add(feed(feed, share, catalogue.find(feed).isPresent() ? "FILE_EXPORTER" : "EVENTS", survey));
        });
        return feeds;
    }

    private Survey dates(String feed) {
        return new Survey(
                feed,
                0,
                days.first(feed).map(LocalDate::toString).orElse(""),
                days.last(feed).map(LocalDate::toString).orElse(""),
                0,
                0);
    }

    private Feed feed(String feed, FeedShare share, String channel, Survey dates) {
        FeedProfile profile = profiles.getOrDefault(feed, FeedProfile.none(feed));
        return new Feed(
                feed,
                channel,
                share.partitions(),
                share.files(),
                share.bytes(),
                profile.rows(),
                profile.keys().value(),
                profile.rejected(),
                dates.first(),
                dates.last(),
                dates.dates() > dates.sampled()
                        ? "the last %d of %d dates".formatted(dates.sampled(), dates.dates())
                        : "");
    }

    private List<Gap> gaps(ExtractPlan batch) {
        List<Gap> gaps = new ArrayList<>(days.gaps());
        batch.unfinished()
                .forEach(partition -> gaps.add(new Gap(
                        partition.feed(),
                        partition.partition(),
                        partition.partition(),
                        "data, but not marked as complete")));
        return gaps;
    }

    private static Map<String, Long> copies(ExtractPlan channels) {
        Map<String, Long> copies = new TreeMap<>();
        channels.feeds()
                .forEach((feed, share) -> copies.put(
                        feed.startsWith(FileExporterLayout.PREFIX)
                                ? feed.substring(FileExporterLayout.PREFIX.length())
                                : feed,
                        share.files()));
        return copies;
    }

    private Cost cost(ScopeObjects objects, long files, long requests) {
        long records = objects.messages() * RECORDS_PER_MESSAGE
                + objects.conversations() * RECORDS_PER_CONVERSATION
                + objects.customers();
        long rows = profiles.values().stream().mapToLong(FeedProfile::rows).sum();
        CostForecast forecast = CostForecast.of(new RunVolume(objects.conversations(), files, rows, records, requests));
        PriceTable prices = PriceTable.standard();
        SortedMap<String, Double> steps = new TreeMap<>();
        forecast.steps().forEach((step, used) -> steps.put(step, prices.of(used)));
        return new Cost(forecast.dollars(prices), forecast.sentence(prices), steps);
    }

    private static String text(Map<String, Object> line, String name) {
        Object value = line.get(name);
        return value == null ? "" : value.toString();
    }

    private static long number(Map<String, Object> line, String name) {
        return line.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
