package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappClient;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.Preflight;
import dev.ferry.asapp.client.configuration.Configuration;
import dev.ferry.asapp.client.content.Content;
import dev.ferry.asapp.client.conversation.Conversations;
import dev.ferry.asapp.client.export.Downloads;
import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedFormat;
import dev.ferry.asapp.client.export.FeedInterval;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.client.export.FeedVersion;
import dev.ferry.asapp.client.export.FileExporter;
import dev.ferry.asapp.client.export.PresignedUrl;
import dev.ferry.asapp.client.summary.Summaries;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tenant whose File Exporter has one feed in memory: a file for each hour of each date, which share their name.
final class TenantForTests implements AsappClient, FileExporter, Downloads {
    private final List<String> downloaded = new CopyOnWriteArrayList<>();
    private List<String> dates = List.of();
    private List<String> hours = List.of("hr=08/mi=00", "hr=09/mi=00");
    private boolean namesIntervals;
    private String deleted = "";

    void publishes(String... published) {
        dates = List.of(published);
    }

    void hours(String... published) {
        hours = List.of(published);
    }

    /// Lists the files of a date with their intervals.
    void namesIntervals() {
        namesIntervals = true;
    }

    /// Answers 404 for a date that it has listed.
    void deletes(String date) {
        deleted = date;
    }

    /// Dates and intervals of what was downloaded, in order, and forgets them.
    List<String> downloaded() {
        List<String> all = downloaded.stream().sorted().toList();
        downloaded.clear();
        return all;
    }

    @Override
    public FileExporter fileExporter() {
        return this;
    }

    @Override
    public Downloads downloads() {
        return this;
    }

    @Override
    public List<FeedName> feeds() {
        return List.of(new FeedName("utterances"), new FeedName("attachment_files"), new FeedName("weather"));
    }

    @Override
    public List<FeedVersion> versions(FeedName feed) {
        return List.of(new FeedVersion(feed, "1"));
    }

    @Override
    public List<FeedFormat> formats(FeedVersion version) {
        return List.of(new FeedFormat(version, "format=jsonl"));
    }

    @Override
    public List<FeedDate> dates(FeedFormat format) {
        return dates.stream().map(date -> new FeedDate(format, date)).toList();
    }

    @Override
    public List<FeedInterval> intervals(FeedDate date) {
        return hours.stream().map(hour -> new FeedInterval(date, hour)).toList();
    }

    @Override
    public List<FeedFile> files(FeedDate date) {
        if (date.value().equals(deleted)) {
            throw new AsappException(ErrorCode.NOT_FOUND, AsappException.Failure.of("list files"));
        }
        return namesIntervals
                ? hours.stream()
                        .map(hour -> new FeedFile(date, null, hour + "/u.jsonl"))
                        .toList()
                : List.of(new FeedFile(date, null, "u.jsonl"));
    }

    @Override
    public List<FeedFile> files(FeedInterval interval) {
        return List.of(new FeedFile(interval.date(), interval, "u.jsonl"));
    }

    @Override
    public PresignedUrl url(FeedFile file) {
        throw new UnsupportedOperationException("downloads need no address here");
    }

    @Override
    public InputStream open(FeedFile file) {
        String hour = file.interval().map(FeedInterval::value).orElse(file.name());
        downloaded.add(file.date().value() + " " + hour.substring(0, 5));
        return new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Preflight preflight() {
        return new Preflight.Ready();
    }

    @Override
    public Conversations conversations() {
        throw new UnsupportedOperationException("no conversations here");
    }

    @Override
    public Summaries summaries() {
        throw new UnsupportedOperationException("no summaries here");
    }

    @Override
    public Configuration configuration() {
        throw new UnsupportedOperationException("no configuration here");
    }

    @Override
    public Content content() {
        throw new UnsupportedOperationException("no content here");
    }
}
