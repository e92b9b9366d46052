package dev.ferry.local.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.openapi.OpenApiDescription;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Exchange;
import dev.ferry.local.intercom.http.ExchangeObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Holds every exchange with the simulator against Intercom's own description of version 2.16, where it is at hand.
///
/// The description contradicts itself about one thing, which is let pass: lists of companies are paged by number,
/// with an address as `pages.next`, but described as paged by cursor.
///
/// *Threading*: safe for concurrent use.
final class OfficialDescription implements ExchangeObserver {
    private static final ApiVersion DESCRIBED = ApiVersion.two(16);

    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    /// Read once for all tests.
    private static final class Holder {
        private static final Optional<OpenApiDescription> DESCRIPTION = Optional.of(
                        Path.of(System.getProperty("ferry.root"), "..", "shared", "reference", "intercom-openapi.yaml"))
                .filter(Files::exists)
                .map(OpenApiDescription::read);
    }

    /// Whether there is a description to hold exchanges against.
    static boolean isAtHand() {
        return Holder.DESCRIPTION.isPresent();
    }

    @Override
    public void exchanged(Supplier<Exchange> exchange) {
        Holder.DESCRIPTION.ifPresent(description -> check(description, exchange.get()));
    }

    private void check(OpenApiDescription description, Exchange exchange) {
        if (!exchange.version().equals(DESCRIBED)) {
            return;
        }
        int space = exchange.route().indexOf(' ');
        String method = exchange.route().substring(0, space);
        String path = exchange.route().substring(space + 1);
        description.answer(method, path, exchange.status(), exchange.responseBody()).stream()
                .filter(problem -> !(path.startsWith("/companies") && problem.contains(" at /pages")))
                .forEach(problems::add);
        // What was accepted must have been right.
        if (exchange.status() < 300 && !exchange.requestBody().isMissingNode()) {
            problems.addAll(description.request(method, path, exchange.requestBody()));
        }
    }

    /// What is wrong with a request, by a description that is at hand.
    static List<String> problemsOf(String method, String path, JsonNode body) {
        return Holder.DESCRIPTION.orElseThrow().request(method, path, body);
    }

    /// What was wrong so far.
    List<String> problems() {
        return List.copyOf(problems);
    }
}
