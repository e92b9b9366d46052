package dev.ferry.asapp.client.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiResponse;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.http.Json;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// [FileExporter] over HTTP.
public final class HttpFileExporter implements FileExporter {
    private static final String PATH = "/fileexporter/v1/static/";
    private static final int UNPROCESSABLE = 422;
    private static final Comparator<FeedDate> BY_DAY =
            Comparator.comparing(date -> date.day().map(Object::toString).orElse(date.value()));

    private final ApiTransport transport;

    /// An exporter over a transport.
    public HttpFileExporter(ApiTransport transport) {
        this.transport = transport;
    }

    @Override
    public List<FeedName> feeds() {
        try {
            return list("listfeeds", "feeds", Json.object(), FeedName::new);
        } catch (AsappException refused) {
            if (refused.status() != UNPROCESSABLE) {
                throw refused;
            }
            // The specification gives this call no body, and does not say that an empty object does no harm.
            return named(ApiRequest.askNothing(PATH + "listfeeds", "call listfeeds without a body"), "feeds")
                    .map(FeedName::new)
                    .toList();
        }
    }

    @Override
    public List<FeedVersion> versions(FeedName feed) {
        return list("listfeedversions", "versions", question(feed), value -> new FeedVersion(feed, value));
    }

    @Override
    public List<FeedFormat> formats(FeedVersion version) {
        return list("listfeedformats", "formats", question(version), value -> new FeedFormat(version, value));
    }

    @Override
    public List<FeedDate> dates(FeedFormat format) {
        return list("listfeeddates", "dates", question(format), value -> new FeedDate(format, value)).stream()
                .sorted(BY_DAY)
                .toList();
    }

    @Override
    public List<FeedInterval> intervals(FeedDate date) {
        return list("listfeedintervals", "intervals", question(date), value -> new FeedInterval(date, value));
    }

    @Override
    public List<FeedFile> files(FeedDate date) {
        return list("listfeedfiles", "files", question(date), name -> new FeedFile(date, null, name));
    }

    @Override
    public List<FeedFile> files(FeedInterval interval) {
        return list(
                "listfeedfiles", "files", question(interval), name -> new FeedFile(interval.date(), interval, name));
    }

    @Override
    public PresignedUrl url(FeedFile file) {
        ObjectNode question = file.interval()
                .map(HttpFileExporter::question)
                .orElseGet(() -> question(file.date()))
                .put("fileName", file.name());
        ApiResponse answer =
                transport.send(ApiRequest.ask(PATH + "getfeedfile", question, attempted("getfeedfile", question)));
        try {
            return new PresignedUrl(URI.create(answer.required(answer.json(), "url")));
        } catch (IllegalArgumentException untrusted) {
            throw answer.malformed("a url that is neither https nor on the loopback");
        }
    }

    private <T> List<T> list(String call, String array, ObjectNode question, Function<String, T> item) {
        return named(ApiRequest.ask(PATH + call, question, attempted(call, question)), array)
                .map(item)
                .toList();
    }

    private Stream<String> named(ApiRequest request, String array) {
        return transport.send(request).texts(array).stream();
    }

    // Coordinates and file names are made by ASAPP from feeds and times; they hold nothing personal.
    private static String attempted(String call, ObjectNode question) {
        StringBuilder text = new StringBuilder("call " + call);
        question.forEach(value -> text.append(' ').append(value.asText()));
        return text.toString();
    }

    private static ObjectNode question(FeedName feed) {
        return Json.object().put("feed", feed.value());
    }

    private static ObjectNode question(FeedVersion version) {
        return question(version.feed()).put("version", version.value());
    }

    private static ObjectNode question(FeedFormat format) {
        return question(format.version()).put("format", format.value());
    }

    private static ObjectNode question(FeedDate date) {
        return question(date.format()).put("date", date.value());
    }

    private static ObjectNode question(FeedInterval interval) {
        return question(interval.date()).put("interval", interval.value());
    }
}
