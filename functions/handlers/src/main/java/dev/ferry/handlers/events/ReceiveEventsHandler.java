package dev.ferry.handlers.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.failure.FerryException;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.environment.Environment;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a pushed event with 200 once it is kept, whatever it holds: what is wrong with it is for extraction to
/// say, and a refusal would have ASAPP drop it.
///
/// Other answers: 400 for an empty body, 403 for a sender that was not agreed on, 503 when it could not be kept,
/// upon which ASAPP comes again. *Source*: Building a Real-Time Event API.
public final class ReceiveEventsHandler implements RequestHandler<HttpEvent, ReceiveEventsHandler.Answer> {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveEventsHandler.class);
    private static final int OK = 200;
    private static final int EMPTY = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final EventJournal journal;
    private final AllowedSender sender;

    public ReceiveEventsHandler() {
        this(standard(new AwsClients()), AllowedSender.of(Environment.require("EVENTS_CLIENT_SUBJECT")));
    }

    ReceiveEventsHandler(EventJournal journal, AllowedSender sender) {
        this.journal = journal;
        this.sender = sender;
    }

    /// The answer of a function to an HTTP API, in the payload format 2.0.
    public record Answer(int statusCode) {}

    @Override
    public Answer handleRequest(HttpEvent event, Context context) {
        if (!sender.is(event.subject())) {
            LOG.warn("request {} came from a sender that was not agreed on", context.getAwsRequestId());
            return new Answer(FORBIDDEN);
        }
        byte[] body = event.content();
        if (body.length == 0) {
            return new Answer(EMPTY);
        }
        try {
            journal.keep(EventLine.of(body));
            return new Answer(OK);
        } catch (FerryException failure) {
            LOG.error("an event was not kept, {}: {}", failure.code(), failure.getMessage());
            return new Answer(UNAVAILABLE);
        }
    }

    private static EventJournal standard(AwsClients clients) {
        return new FirehoseJournal(
                clients::firehose,
                Environment.require("EVENTS_STREAM"),
                new ObjectJournal(clients::s3, Environment.require("WORK_BUCKET"), Clock.systemUTC()));
    }
}
