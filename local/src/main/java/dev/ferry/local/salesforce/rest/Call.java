package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.salesforce.dml.DmlOptions;
import java.util.List;
import java.util.Locale;

/// An authenticated request below `/services/data/vNN.0`. `path` is what follows the version.
record Call(Request request, Session session, String version, List<String> path) {

    String method() {
        return request.method();
    }

    int depth() {
        return path.size();
    }

    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    JsonNode json() {
        return Json.read(request.bytes());
    }

    String parameter(String name, String otherwise) {
        return request.query().getOrDefault(name, otherwise);
    }

    /// The address of a resource of this version.
    String link(String tail) {
        return "/services/data/v" + version + tail;
    }

    /// How the call's headers want rows written. Assignment rules run unless they are told not to.
    DmlOptions options() {
        String duplicates =
                request.header("Sforce-Duplicate-Rule-Header").orElse("").toLowerCase(Locale.ROOT);
        boolean assign = !request.header("Sforce-Auto-Assign").orElse("TRUE").equalsIgnoreCase("FALSE");
        return new DmlOptions(session.userId(), duplicates.contains("allowsave=true"), assign);
    }
}
