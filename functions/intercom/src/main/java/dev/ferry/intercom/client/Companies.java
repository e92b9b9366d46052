package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.util.Optional;
import java.util.stream.Stream;

/// Companies. One is not listed before a contact is attached to it.
public final class Companies {
    private final ApiTransport transport;
    private final Pages pages;

    Companies(ApiTransport transport) {
        this.transport = transport;
        this.pages = new Pages(transport);
    }

    /// Makes a company, or changes the one with that `company_id`.
    public JsonNode put(JsonNode company) {
        return transport.send(ApiRequest.repeatable("POST", "/companies", company, "put a company"));
    }

    /// Changes a company.
    public JsonNode update(String id, JsonNode company) {
        return transport.send(ApiRequest.repeatable("PUT", "/companies/" + id, company, "change company " + id));
    }

    /// A company by its id in Intercom.
    public Optional<JsonNode> find(String id) {
        return Absence.of(() -> transport.send(ApiRequest.get("/companies/" + id, "read company " + id)));
    }

    /// All companies that have contacts.
    public Stream<JsonNode> all() {
        return pages.scroll("/companies/scroll", "data", "read all companies");
    }

    /// The first companies that have contacts, of 10,000 at the most.
    public Stream<JsonNode> listed() {
        return pages.numbered("/companies", "data", "list the companies");
    }

    /// Archives a company, which detaches its contacts.
    public void delete(String id) {
        transport.send(ApiRequest.delete("/companies/" + id, "delete company " + id));
    }
}
