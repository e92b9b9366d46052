package dev.ferry.handlers.events;

import dev.ferry.core.source.CanonicalIds;
import dev.ferry.handlers.aws.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Events as objects of their own, named by what they hold.
///
/// @param client made at its first use
record ObjectJournal(Supplier<S3Client> client, String bucket, Clock clock) implements EventJournal {
    private static final int NAME_DIGITS = 32;

    @Override
    public void keep(EventLine line) {
        String name = CanonicalIds.digits(new String(line.bytes(), StandardCharsets.UTF_8), NAME_DIGITS);
        String key = "events/%s/single-%s.jsonl".formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), name);
        try {
            client.get().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(line.bytes()));
        } catch (SdkException e) {
            throw StoreFailure.of("keep an event as %s".formatted(key), e);
        }
    }
}
