package dev.ferry.handlers.scope;

import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.asapp.pages.SurveyFeed.Survey;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.Forecast;
import dev.ferry.core.run.ApiConfig;
import dev.ferry.core.scope.ScopeResults.Api;
import dev.ferry.core.scope.ScopeResults.ApiPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What reading the source's API costs of its daily cap.
///
/// @param surveys of the feeds of the File Exporter
/// @param copies how many files of each feed the sample has brought
/// @param withoutText conversations that the API would be asked for
/// @param agents whose own canned responses it would be asked for
/// @param conversations of both product lines
record ScopeApi(List<Survey> surveys, Map<String, Long> copies, long withoutText, long agents, long conversations) {
    // Versions, formats and dates of a feed are listed before anything is read.
    private static final int LISTS = 3;
    // A search by the external id, and the messages when there is a conversation.
    private static final int PER_CONVERSATION = 2;
    // One listing each of fields, segments, redaction entities, vocabularies and canned responses, and its first page.
    private static final int CONFIGURATION = 10;

    Api of(ApiConfig config, Instant now) {
        List<ApiPart> parts = new ArrayList<>();
        for (Survey survey : surveys) {
            parts.add(part(survey));
        }
        parts.add(new ApiPart("configuration", CONFIGURATION, "its five kinds, a list and a page each"));
        parts.add(new ApiPart("canned responses of agents", agents, "%d agents, a list each".formatted(agents)));
        parts.add(new ApiPart(
                "conversations without text",
                withoutText * PER_CONVERSATION,
                "%d conversations, a search and its messages each".formatted(withoutText)));
        config.generating()
                .forEach(call -> parts.add(new ApiPart(
                        "generate " + call,
                        conversations,
                        "at most one for each of %d conversations; those of which feeds have it are saved"
                                .formatted(conversations))));
        long requests = parts.stream().mapToLong(ApiPart::requests).sum();
        BudgetSettings settings = AsappBudget.settings(config);
        Forecast forecast = Forecast.of(BudgetState.opened(settings, now), requests, now);
        return new Api(
                requests,
                forecast.dayAllowance(),
                forecast.days(),
                forecast.sentence(settings.cap().zone(), Locale.ENGLISH),
                parts);
    }

    private ApiPart part(Survey survey) {
        if (survey.sampled() == 0) {
            return new ApiPart(
                    survey.feed(),
                    LISTS + survey.dates() * (1 + survey.files()),
                    "%d dates, %d files on the last of them".formatted(survey.dates(), survey.files()));
        }
        long files = Math.ceilDiv(copies.getOrDefault(survey.feed(), 0L), survey.sampled());
        return new ApiPart(
                survey.feed(),
                LISTS + survey.dates() * (1 + files),
                "%d dates with %d files each, by the last %d".formatted(survey.dates(), files, survey.sampled()));
    }
}
