package dev.ferry.core.paging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// About how many requests the works of a run on the source's API have still to send, as each says when it stops.
///
/// *Errors*: `STORE_UNAVAILABLE`.
public record RequestsToCome(WorkStore store, RunFiles files) {

    /// What a work says; it replaces what it said before.
    ///
    /// @param unit on what it works
    public void put(String work, String unit, long requests) {
        String name = files.requestsToCome(work, unit);
        try (WorkFile out = store.create(name)) {
            out.write(Long.toString(requests).getBytes(StandardCharsets.US_ASCII));
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + name, e);
        }
    }

    /// Of all works that have said so.
    public long sum() {
        return store.list(files.requestsToCome()).stream().mapToLong(this::read).sum();
    }

    private long read(String name) {
        try (InputStream in = store.open(name).orElseGet(InputStream::nullInputStream)) {
            String digits = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return digits.isEmpty() ? 0 : Long.parseLong(digits);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read " + name, e);
        }
    }
}
