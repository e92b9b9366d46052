package dev.ferry.local.asapp.fileexporter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.ExporterRules;
import dev.ferry.local.asapp.tenant.ExporterRules.FoldedFileNames;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.Partition;
import dev.ferry.local.asapp.tree.PartitionFiles;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// The seven calls below `/fileexporter/v1/static/`, all POST.
///
/// Answers echo the coordinates of the request as they were spelled. *Source*: File Exporter, `fileexporter.yaml`.
public final class FileExporterResource implements Resource {
    private static final List<String> COORDINATES =
            List.of("feed", "version", "format", "date", "interval", "fileName");

    private final Tenant tenant;
    private final Publication publication;
    private final PartitionFiles files;
    private final PresignedUrls urls;

    FileExporterResource(Tenant tenant, Publication publication, PartitionFiles files, PresignedUrls urls) {
        this.tenant = tenant;
        this.publication = publication;
        this.files = files;
        this.urls = urls;
    }

    @Override
    public Response answer(Request request) throws IOException {
        List<String> path = request.segments();
        boolean called = path.size() == 4
                && path.get(1).equals("v1")
                && path.get(2).equals("static")
                && request.method().equals("POST");
        if (!called) {
            throw ApiException.of(404);
        }
        return path.get(3).equals("listfeeds") ? feeds(request) : below(path.get(3), request);
    }

    private Response feeds(Request request) throws IOException {
        byte[] bytes = Body.bytes(request, tenant.knobs().api().maxBodyBytes());
        if (bytes.length > 0) {
            requireHarmless(bytes);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        publication.names().forEach(answer.putArray("feeds")::add);
        return Response.ok(answer);
    }

    // listfeeds declares 422 and no 400.
    private void requireHarmless(byte[] bytes) throws IOException {
        if (!tenant.knobs().exporter().listFeedsBodyHarmless()) {
            throw ApiException.of(422);
        }
        try {
            Body.parse(bytes);
        } catch (ApiException e) {
            throw ApiException.of(422);
        }
    }

    private Response below(String call, Request request) throws IOException {
        ExporterRules rules = tenant.knobs().exporter();
        Body body = Body.of(request, tenant.knobs().api().maxBodyBytes())
                .refusing(rules.missingFieldStatus(), rules.wrongTypeStatus());
        Coordinates coordinates = new Coordinates(publication, rules);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        COORDINATES.stream()
                .filter(body.json()::has)
                .forEach(name -> answer.set(name, body.json().get(name)));
        if (call.equals("getfeedfile")) {
            return Response.ok(answer.put("url", url(body, coordinates, rules)));
        }
        Listing listing = listing(call, body, coordinates, rules);
        ArrayNode array = answer.putArray(listing.name());
        listing.values().distinct().forEach(array::add);
        return Response.ok(answer);
    }

    /// The array of an answer.
    private record Listing(String name, Stream<String> values) {}

    private Listing listing(String call, Body body, Coordinates coordinates, ExporterRules rules) {
        return switch (call) {
            case "listfeedversions" ->
                new Listing("versions", coordinates.spelled(publication.tree().versions(coordinates.feed(body))));
            case "listfeedformats" -> {
                String version = coordinates.version(body);
                List<String> formats = publication.tree().formats(coordinates.feed(body), version);
                yield new Listing("formats", coordinates.spelled(formats));
            }
            case "listfeeddates" ->
                new Listing(
                        "dates",
                        ordered(coordinates.format(body), rules).stream().map(coordinates::spelled));
            case "listfeedintervals" -> {
                Feed feed = coordinates.format(body);
                yield new Listing(
                        "intervals",
                        publication.partitions(feed, coordinates.date(body, feed)).stream()
                                .map(Partition::interval)
                                .filter(interval -> !interval.isEmpty()));
            }
            case "listfeedfiles" ->
                new Listing("files", listed(body, coordinates, rules).stream().map(Listed::name));
            default -> throw ApiException.of(404);
        };
    }

    private List<LocalDate> ordered(Feed feed, ExporterRules rules) {
        List<LocalDate> dates = new ArrayList<>(publication.dates(feed));
        switch (rules.dateOrder()) {
            case ASCENDING -> Collections.sort(dates);
            case DESCENDING -> dates.sort(Collections.reverseOrder());
            case SHUFFLED ->
                Collections.shuffle(dates, new Random(tenant.chance().seed() ^ feed.hashCode()));
        }
        return dates;
    }

    /// A file under the name that a list gives it.
    private record Listed(String name, String key) {}

    private List<Listed> listed(Body body, Coordinates coordinates, ExporterRules rules) {
        Feed feed = coordinates.format(body);
        List<Partition> partitions = coordinates.partitions(body, feed, coordinates.date(body, feed));
        boolean relative = body.optional("interval").isEmpty() && rules.foldedFileNames() == FoldedFileNames.RELATIVE;
        return partitions.stream()
                .flatMap(partition -> files.of(partition).stream()
                        .map(file -> new Listed(
                                relative && !partition.interval().isEmpty()
                                        ? partition.interval() + "/" + file.name()
                                        : file.name(),
                                partition.key() + "/" + file.name())))
                .toList();
    }

    private String url(Body body, Coordinates coordinates, ExporterRules rules) {
        Feed feed = coordinates.format(body);
        coordinates.date(body, feed);
        String name = body.required("fileName");
        return listed(body, coordinates, rules).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> urls.sign(file.key()))
                .orElseThrow(coordinates::unknown)
                .toString();
    }
}
