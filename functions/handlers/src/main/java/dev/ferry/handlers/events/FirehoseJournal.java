package dev.ferry.handlers.events;

import dev.ferry.handlers.aws.StoreFailure;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.Record;

/// Events in a delivery stream. What is too large for it, or more than it takes at the moment, goes another way.
///
/// @param client made at its first use
/// @param otherwise takes what the stream does not
record FirehoseJournal(Supplier<FirehoseClient> client, String stream, EventJournal otherwise) implements EventJournal {
    private static final Logger LOG = LoggerFactory.getLogger(FirehoseJournal.class);

    /// What a record of a stream may weigh.
    static final int LARGEST = 1_000 * 1024;

    @Override
    public void keep(EventLine line) {
        if (line.bytes().length > LARGEST) {
            otherwise.keep(line);
            return;
        }
        try {
            Record sent = Record.builder()
                    .data(SdkBytes.fromByteArrayUnsafe(line.bytes()))
                    .build();
            client.get().putRecord(request -> request.deliveryStreamName(stream).record(sent));
        } catch (SdkException refused) {
            LOG.warn("stream {} did not take an event, the bucket will: {}", stream, StoreFailure.answer(refused));
            otherwise.keep(line);
        }
    }
}
