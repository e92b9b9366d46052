package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Pages;
import dev.ferry.salesforce.client.internal.Paths;

/// [Queries] over HTTP. Threading: safe. A query stands in no error message, for it may name a person.
public final class HttpQueries implements Queries {
    private final ApiTransport transport;
    private final Paths paths;

    /// Over a transport and the paths of its API version.
    public HttpQueries(ApiTransport transport, Paths paths) {
        this.transport = transport;
        this.paths = paths;
    }

    @Override
    public QueryResult query(String soql) {
        return run("/query", soql);
    }

    @Override
    public QueryResult queryAll(String soql) {
        return run("/queryAll", soql);
    }

    @Override
    public long count(String soql) {
        return query(soql).totalSize();
    }

    @Override
    public long countAll(String soql) {
        return queryAll(soql).totalSize();
    }

    private QueryResult run(String resource, String soql) {
        var request = ApiRequest.get(paths.of(resource + "?q=" + Paths.encode(soql)), "run a SOQL query");
        var pages = new Pages(transport, request, "records");
        return new QueryResult(pages, pages.firstPage().path("totalSize").asLong());
    }
}
