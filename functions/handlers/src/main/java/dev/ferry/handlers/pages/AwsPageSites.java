package dev.ferry.handlers.pages;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappConfig;
import dev.ferry.asapp.client.HttpAsappClient;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.asapp.pages.AnswerPorts;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.asapp.pages.GenerateSummaries;
import dev.ferry.asapp.pages.ListFeeds;
import dev.ferry.asapp.pages.MirrorFiles;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.asapp.pages.ParkingWork;
import dev.ferry.asapp.pages.ReadAgentResponses;
import dev.ferry.asapp.pages.ReadConfiguration;
import dev.ferry.asapp.pages.ReadConversations;
import dev.ferry.asapp.pages.SurveyFeed;
import dev.ferry.asapp.summaries.StageGenerated;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.Pacer;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.paging.RequestsToCome;
import dev.ferry.core.run.ApiConfig;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.time.Sleeper;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Sites on AWS. The key is read when a site is opened and never kept in a field, so that no snapshot holds
/// it and a new version is used as soon as there is one.
final class AwsPageSites implements PageSite.Sites {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final AwsRuns runs;
    private final Clock clock;

    AwsPageSites(AwsRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public PageSite open(PageMessage message) {
        RunPorts ports = runs.open(message.run());
        ApiConfig config = ports.config().source().api();
        if (!config.isUsed()) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION, "source.api.secretName is not set, so the run may not use the API");
        }
        ApiKey key = new AsappKeys(runs.clients().secretsManager()).read(config.secretName());
        Pacer pacer = new Pacer(budget(ports), key.version(), clock, Sleeper.system());
        CountedRequests requests = new CountedRequests(pacer);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        var client = new HttpAsappClient(
                AsappConfig.of(config.host(), key).withGenerating(CheckSourceApi.generating(config)),
                new HttpAsappClient.Surroundings(http, requests, Sleeper.system()));
        Consumer<Tally> counted = tally -> ports.tallies().put(message.runId(), tally);
        PagePorts pages = new PagePorts(
                client,
                ports.work(),
                pacer::expect,
                counted,
                () -> ports.tallies().of(message.runId(), PagePorts.PHASE),
                ports.lists());
        PagedWork work =
                new ParkingWork(work(message, ports, pages), message.work() + '/' + message.unit(), pages, clock);
        LongConsumer toCome =
                left -> new RequestsToCome(ports.work(), ports.files()).put(message.work(), message.unit(), left);
        return new Site(work, budget(ports), toCome, () -> {
            http.close();
            pacer.close();
            counted.accept(requests.tally(message));
        });
    }

    private SharedBudget budget(RunPorts ports) {
        return new SharedBudget(
                new DynamoDbBudgetStore(runs.controlTable()),
                AsappBudget.name(ports.config().company()),
                AsappBudget.settings(ports.config().source().api()),
                clock);
    }

    private static PagedWork work(PageMessage message, RunPorts run, PagePorts ports) {
        return switch (message.work()) {
            case ListFeeds.NAME -> new ListFeeds(run.files().sourceWorks(), FeedCatalogue.standard(), ports);
            case MirrorFiles.NAME ->
                new MirrorFiles(
                        new FeedName(message.unit()),
                        new MirrorFiles.Copies(
                                run.exporterCopies(), run.config().source().window()),
                        ports);
            case SurveyFeed.NAME ->
                new SurveyFeed(
                        new FeedName(message.unit()),
                        new MirrorFiles.Copies(
                                run.exporterCopies(), run.config().source().window()),
                        run.files().survey(message.unit()),
                        ports);
            case ReadConversations.NAME -> new ReadConversations(message.unit(), ports, staging(run));
            case GenerateSummaries.NAME -> new GenerateSummaries(message.unit(), ports, staging(run));
            case ReadConfiguration.NAME -> new ReadConfiguration(ports, staging(run));
            case ReadAgentResponses.NAME -> new ReadAgentResponses(message.unit(), ports, staging(run));
            default ->
                throw new FerryException(
                        ErrorCode.CONFIGURATION,
                        "there is no work %s; there are %s"
                                .formatted(
                                        message.work(),
                                        String.join(
                                                ", ",
                                                ListFeeds.NAME,
                                                MirrorFiles.NAME,
                                                SurveyFeed.NAME,
                                                ReadConversations.NAME,
                                                GenerateSummaries.NAME,
                                                ReadConfiguration.NAME,
                                                ReadAgentResponses.NAME)));
        };
    }

    private static AnswerPorts staging(RunPorts ports) {
        StagingPorts fragments = new StagingPorts(
                ports.fragments(),
                ports.bodies(),
                ports.links(),
                ports.lists(),
                ports.run().runId());
        String company = ports.config().company();
        FragmentAnswer answers = new FragmentAnswer(FeedCatalogue.standard(), fragments, FragmentSettings.of(company));
        return new AnswerPorts(
                new StageConversationAnswers(answers, fragments, company),
                new StageConfiguration(answers),
                new StageGenerated(answers, fragments, company));
    }

    private record Site(PagedWork work, SharedBudget shared, LongConsumer left, Runnable end) implements PageSite {
        @Override
        public void toCome(long requests) {
            left.accept(requests);
        }

        @Override
        public BudgetState budget() {
            return shared.current();
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
