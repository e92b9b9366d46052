package dev.ferry.asapp.client;

import dev.ferry.asapp.client.configuration.Configuration;
import dev.ferry.asapp.client.configuration.HttpConfiguration;
import dev.ferry.asapp.client.content.Content;
import dev.ferry.asapp.client.content.HttpContent;
import dev.ferry.asapp.client.conversation.Conversations;
import dev.ferry.asapp.client.conversation.HttpConversations;
import dev.ferry.asapp.client.export.Downloads;
import dev.ferry.asapp.client.export.FileExporter;
import dev.ferry.asapp.client.export.HttpDownloads;
import dev.ferry.asapp.client.export.HttpFileExporter;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.asapp.client.summary.HttpSummaries;
import dev.ferry.asapp.client.summary.Summaries;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Wire;
import java.net.http.HttpClient;

/// [AsappClient] over `java.net.http`. Making one sends nothing.
public final class HttpAsappClient implements AsappClient {
    private final ApiTransport transport;
    private final FileExporter fileExporter;
    private final Downloads downloads;
    private final Conversations conversations;
    private final Summaries summaries;
    private final Configuration configuration;
    private final Content content;

    /// What the client takes from its surroundings.
    ///
    /// `http` must not follow redirects; its connect timeout is the client's. `budget` gives every attempt its
    /// turn.
    public record Surroundings(HttpClient http, RequestBudget budget, Sleeper sleeper) {}

    /// A client in the given surroundings.
    public HttpAsappClient(AsappConfig config, Surroundings around) {
        Wire wire = new Wire(around.http(), config.timeouts());
        Wire patient = new Wire(around.http(), config.configurationTimeouts());
        var patience = new ApiTransport.Patience(config.retry(), around.sleeper());
        transport = new ApiTransport(config.host(), config.key(), wire, around.budget(), patience);
        fileExporter = new HttpFileExporter(transport);
        downloads = new HttpDownloads(fileExporter, wire, patience);
        conversations = new HttpConversations(transport);
        summaries = new HttpSummaries(transport, config.generating());
        configuration = new HttpConfiguration(
                new ApiTransport(config.host(), config.key(), patient, around.budget(), patience));
        content = new HttpContent(transport);
    }

    @Override
    public Preflight preflight() {
        try {
            var answer = transport.send(ApiRequest.get("/v1/health", "ask for ASAPP's health"));
            return answer.json().path("healthCheck").asText("").equals("SUCCESS")
                    ? new Preflight.Ready()
                    : new Preflight.Unreachable(ErrorCode.UNAVAILABLE);
        } catch (AsappException failed) {
            return switch (failed.code()) {
                case KEY_REFUSED, NOT_ENABLED, REFUSED -> new Preflight.Refused(failed.code(), failed.asappCode());
                case DAY_SPENT -> new Preflight.Parked();
                case NOT_FOUND, CONFLICT, THROTTLED, UNAVAILABLE, NO_ANSWER, MALFORMED_ANSWER ->
                    new Preflight.Unreachable(failed.code());
                case NOT_ASKED_FOR, INTERRUPTED -> throw failed;
            };
        }
    }

    @Override
    public FileExporter fileExporter() {
        return fileExporter;
    }

    @Override
    public Downloads downloads() {
        return downloads;
    }

    @Override
    public Conversations conversations() {
        return conversations;
    }

    @Override
    public Summaries summaries() {
        return summaries;
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public Content content() {
        return content;
    }
}
