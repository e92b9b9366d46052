package dev.ferry.handlers.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunConfigReader;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A run's configuration as it lies in the work bucket.
final class ConfigFile {
    private ConfigFile() {}

    static RunConfig read(WorkStore work, RunRef run) {
        String key = run.configKey();
        try (InputStream in = work.open(key).orElseThrow(() -> refused(key + " is not in the work bucket"))) {
            RunConfig config = RunConfigReader.read(key, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!config.migrationId().equals(run.migrationId())) {
                throw refused("%s is of migration %s, but the run is of %s"
                        .formatted(key, config.migrationId(), run.migrationId()));
            }
            return config;
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read " + key, e);
        }
    }

    private static FerryException refused(String message) {
        return new FerryException(ErrorCode.CONFIGURATION, message);
    }
}
