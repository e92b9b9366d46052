package dev.ferry.local.intercom.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A search: which documents, in which order.
///
/// @param filter whether a document is found
/// @param exact what every found document has in a field, for indexes: the filters of equality that are joined by
/// AND
/// @param order of the answer
public record SearchQuery(Predicate<ObjectNode> filter, List<Exact> exact, Optional<Comparator<ObjectNode>> order) {
    private static final int MOST_FILTERS = 15;
    private static final int DEEPEST = 2;

    /// A field that must have a value.
    public record Exact(String field, String value) {}

    public SearchQuery {
        exact = List.copyOf(exact);
    }

    /// The fields of an object.
    ///
    /// @param find a field by the name that clients use
    /// @param timezone the one that days begin in
    public record Language(Function<String, Optional<SearchField>> find, ZoneId timezone) {}

    /// Reads the body of a search. *Errors*: 400 for what the documents do not allow.
    public static SearchQuery of(Call call, Language language) {
        ObjectNode query = call.fields().object("query").orElseThrow(() -> ApiException.missing("query"));
        Predicate<ObjectNode> filter = parsed(query, language, 0);
        return new SearchQuery(filter, exact(query), order(call, language));
    }

    /// The value that every found document has in a field, where the query says so.
    public Optional<String> exact(String field) {
        return exact.stream()
                .filter(entry -> entry.field().equals(field))
                .map(Exact::value)
                .findFirst();
    }

    private static Predicate<ObjectNode> parsed(JsonNode query, Language language, int depth) {
        String operator = query.path("operator").asText();
        if (isGroup(query)) {
            return group(query, operator, language, depth + 1);
        }
        String name = query.path("field").asText();
        SearchField field =
                language.find().apply(name).orElseThrow(() -> ApiException.invalid("Unknown search field: " + name));
        JsonNode value = query.path("value");
        boolean several = operator.equals("IN") || operator.equals("NIN");
        if (!field.operators().contains(operator)) {
            throw ApiException.invalid("Operator '%s' is not supported for field '%s'".formatted(operator, name));
        }
        if (value.isMissingNode() || several != value.isArray() || value.size() > MOST_FILTERS) {
            throw ApiException.invalid("Invalid value for field '%s'".formatted(name));
        }
        Comparison comparison = new Comparison(field.type(), operator, value, language.timezone());
        return document -> comparison.holds(field.values().apply(document));
    }

    private static Predicate<ObjectNode> group(JsonNode query, String operator, Language language, int depth) {
        JsonNode value = query.path("value");
        if (!value.isArray() || value.isEmpty() || value.size() > MOST_FILTERS || depth > DEEPEST) {
            throw ApiException.invalid(
                    "A group has 1 to %d filters and a depth of at most %d".formatted(MOST_FILTERS, DEEPEST));
        }
        // The description knows groups of filters and groups of groups, but none of both.
        long groups =
                SearchField.values(value).stream().filter(SearchQuery::isGroup).count();
        if (groups != 0 && groups != value.size()) {
            throw ApiException.invalid("A group is either of filters or of groups");
        }
        List<Predicate<ObjectNode>> parts = new ArrayList<>();
        value.forEach(part -> parts.add(parsed(part, language, depth)));
        return operator.equals("AND")
                ? document -> parts.stream().allMatch(part -> part.test(document))
                : document -> parts.stream().anyMatch(part -> part.test(document));
    }

    private static boolean isGroup(JsonNode query) {
        String operator = query.path("operator").asText();
        return operator.equals("AND") || operator.equals("OR");
    }

    private static List<Exact> exact(JsonNode query) {
        List<Exact> found = new ArrayList<>();
        switch (query.path("operator").asText()) {
            case "=" -> {
                if (query.path("value").isTextual()) {
                    found.add(new Exact(
                            query.path("field").asText(), query.path("value").textValue()));
                }
            }
            case "AND" -> query.path("value").forEach(part -> found.addAll(exact(part)));
            default -> {
                // Neither tells what every found document has.
            }
        }
        return found;
    }

    private static Optional<Comparator<ObjectNode>> order(Call call, Language language) {
        Optional<ObjectNode> sort = call.fields().object("sort");
        if (sort.isEmpty()) {
            return Optional.empty();
        }
        String direction = sort.get().path("order").asText("ascending");
        if (!direction.equals("ascending") && !direction.equals("descending")) {
            throw new ApiException(
                    400,
                    "invalid_sort_order",
                    "Invalid sort order '%s'. Must be one of: ascending, descending".formatted(direction));
        }
        String name = sort.get().path("field").asText();
        SearchField field =
                language.find().apply(name).orElseThrow(() -> ApiException.invalid("Unknown sort field: " + name));
        boolean numeric = switch (field.type()) {
            case NUMBER, DAY, MOMENT -> true;
            case TEXT, ADDRESS, WORDS, FLAG -> false;
        };
        Comparator<ObjectNode> ascending = numeric
                ? Comparator.comparingLong(
                        document -> first(field, document).map(JsonNode::asLong).orElse(0L))
                : Comparator.comparing(
                        document -> first(field, document).map(JsonNode::asText).orElse(""));
        return Optional.of(direction.equals("ascending") ? ascending : ascending.reversed());
    }

    private static Optional<JsonNode> first(SearchField field, ObjectNode document) {
        return field.values().apply(document).stream().findFirst();
    }
}
