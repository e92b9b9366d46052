package dev.ferry.local.intercom.paging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import java.util.List;

/// One page of a list that is read by page number; `pages.next` is an address or null.
///
/// @param items the page's documents
/// @param pages `pages` of the answer
/// @param total documents of all pages
public record NumberedPage(List<ObjectNode> items, ObjectNode pages, int total) {

    public NumberedPage {
        items = List.copyOf(items);
    }

    /// How a list is paged.
    ///
    /// @param address of the list, without a query
    /// @param otherwise documents of a page when the client does not say
    /// @param most documents of a page
    /// @param deepest the most documents that can be reached
    public record Rules(String address, int otherwise, int most, int deepest) {}

    /// The page that a client asked for in the query. *Errors*: 400 for numbers that are none, or too deep.
    public static NumberedPage of(List<ObjectNode> sorted, Call call, Rules rules) {
        int page = number(call, "page", 1);
        int perPage = number(call, "per_page", rules.otherwise());
        if (page < 1 || perPage < 1 || perPage > rules.most()) {
            throw ApiException.invalid("per_page must be between 1 and " + rules.most());
        }
        long start = (page - 1L) * perPage;
        if (start + perPage > rules.deepest()) {
            throw ApiException.invalid(
                    "page limit reached, please use the scroll API for more than %d".formatted(rules.deepest()));
        }
        int from = (int) Math.min(start, sorted.size());
        int to = Math.min(from + perPage, sorted.size());
        ObjectNode pages = JsonNodeFactory.instance.objectNode().put("type", "pages");
        if (to < sorted.size()) {
            pages.put("next", "%s?per_page=%d&page=%d".formatted(rules.address(), perPage, page + 1));
        } else {
            pages.putNull("next");
        }
        pages.put("page", page).put("per_page", perPage).put("total_pages", Math.ceilDiv(sorted.size(), perPage));
        return new NumberedPage(sorted.subList(from, to), pages, sorted.size());
    }

    private static int number(Call call, String name, int otherwise) {
        try {
            return call.query(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw ApiException.invalid(name + " must be an integer");
        }
    }
}
