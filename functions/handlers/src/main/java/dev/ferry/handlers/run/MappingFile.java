package dev.ferry.handlers.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The mapping that a run's configuration names: a file in the work bucket, or the one that Ferry brings along.
public record MappingFile(RunPorts run) {

    /// What people call it.
    public String name() {
        return key().isEmpty() ? "of " + run.config().target().kind() + " that Ferry brings along" : key();
    }

    /// Its text.
    ///
    /// *Errors*: `CONFIGURATION` when it does not exist.
    public String text() {
        String resource = "/mappings/" + run.config().target().kind() + ".yaml";
        try (InputStream in = key().isEmpty()
                ? MappingFile.class.getResourceAsStream(resource)
                : run.work().open(key()).orElse(null)) {
            if (in == null) {
                throw new FerryException(
                        ErrorCode.CONFIGURATION, "the mapping " + name() + " does not exist; see mapping.key");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read the mapping " + name(), e);
        }
    }

    private String key() {
        return run.config().mapping().key();
    }
}
