package dev.ferry.asapp.client.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RawRow;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiResponse;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.asapp.client.internal.Pages;
import dev.ferry.asapp.client.internal.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Configuration] over HTTP. GET only.
public final class HttpConfiguration implements Configuration {
    private static final String LARGEST_PAGE = "100";

    private final ApiTransport transport;

    /// A configuration over a transport whose patience is that of the configuration API.
    public HttpConfiguration(ApiTransport transport) {
        this.transport = transport;
    }

    @Override
    public List<ConfigurationRow> list(ConfigurationKind kind) {
        return list(kind, Map.of());
    }

    @Override
    public List<ConfigurationRow> structuredDataFields(boolean active) {
        return list(ConfigurationKind.STRUCTURED_DATA_FIELDS, Map.of("active", Boolean.toString(active)));
    }

    @Override
    public Optional<ConfigurationRow> find(ConfigurationKind kind, String id) {
        try {
            ApiResponse answer = transport.send(
                    ApiRequest.get(kind.path() + "/" + Paths.encode(id), "read " + id + " of " + kind.label()));
            return Optional.of(row(kind, answer, answer.json()));
        } catch (AsappException failed) {
            if (failed.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private List<ConfigurationRow> list(ConfigurationKind kind, Map<String, String> filter) {
        List<ConfigurationRow> rows = new ArrayList<>();
        new Pages(transport)
                .each(
                        cursor -> request(kind, filter, cursor),
                        page -> page.path("nextCursor"),
                        page -> page.response()
                                .list(page.document(), kind.list())
                                .forEach(row -> rows.add(row(kind, page.response(), row))));
        return List.copyOf(rows);
    }

    private static ApiRequest request(ConfigurationKind kind, Map<String, String> filter, String cursor) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("limit", LARGEST_PAGE);
        query.put("cursor", cursor);
        return ApiRequest.get(Paths.with(kind.path(), query), "list " + kind.label());
    }

    private static ConfigurationRow row(ConfigurationKind kind, ApiResponse answer, JsonNode row) {
        return new ConfigurationRow(kind, answer.required(row, "id"), new RawRow(row.toString()));
    }
}
