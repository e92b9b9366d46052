package dev.ferry.local.intercom.companies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `GET /companies/scroll`: one open scroll for each app, which ends a minute after it was used last. It does not
/// survive a restart.
///
/// *Threading*: safe for concurrent use.
final class CompanyScroll {
    private static final int PAGE = 100;
    private static final long IDLE_MILLIS = 60_000;

    private final Workspace workspace;
    private final DocumentStore store;
    private final Map<String, Open> open = new HashMap<>();

    private record Open(String param, List<String> ids, long usedAt) {}

    CompanyScroll(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    synchronized Response next(Call call) {
        long now = workspace.millis();
        open.values().removeIf(scroll -> scroll.usedAt() + IDLE_MILLIS <= now);
        Open scroll = open.get(call.app().name());
        String param = call.query("scroll_param").orElse("");
        if (param.isEmpty()) {
            if (scroll != null) {
                throw new ApiException(400, "scroll_exists", "scroll already exists for this workspace");
            }
            scroll = new Open(workspace.chance().id().toString(), ids(), now);
        } else if (scroll == null || !scroll.param().equals(param)) {
            throw new ApiException(404, "not_found", "scroll parameter not found");
        }
        return page(call, scroll, now);
    }

    private List<String> ids() {
        return store.read(documents -> new Companies(workspace, documents)
                .listed().stream().map(company -> company.path("id").asText()).toList());
    }

    private Response page(Call call, Open scroll, long now) {
        int size = Math.min(PAGE, scroll.ids().size());
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        List<ObjectNode> shown = store.read(documents -> {
            Companies companies = new Companies(workspace, documents);
            return scroll.ids().subList(0, size).stream()
                    .flatMap(id -> companies.find(id).stream())
                    .map(companies::shown)
                    .toList();
        });
        list.putArray("data").addAll(shown);
        list.putNull("pages").putNull("total_count").put("scroll_param", scroll.param());
        if (size == 0) {
            // Intercom's own client goes on for as long as there is a parameter.
            list.putNull("scroll_param");
            open.remove(call.app().name());
        } else {
            List<String> rest = scroll.ids().subList(size, scroll.ids().size());
            open.put(call.app().name(), new Open(scroll.param(), rest, now));
        }
        return Response.ok(list);
    }
}
