package dev.ferry.cli.cloud;

import dev.ferry.cli.work.WorkDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The embedded cloud with its simulated target and source, in this process.
///
/// *Threading*: for one thread.
public interface LocalCloud extends AutoCloseable {

    /// The kinds of target that can be simulated.
    List<String> TARGETS = List.of("intercom", "salesforce");

    /// Where its services answer.
    CloudDescription description();

    /// The simulated target.
    Target target();

    /// The simulated ASAPP tenant, when one was asked for.
    Optional<Source> source();

    /// Writes what the target holds, one file an object, one record a line as its API returns it; the files' names.
    List<Path> dumpTarget(Path directory);

    @Override
    void close();

    /// Starts embedded clouds.
    @FunctionalInterface
    interface Starter {

        /// Starts one whose data live in the work directory; what an earlier one left there goes on.
        LocalCloud start(WorkDirectory work, Setup setup);
    }

    /// How an embedded cloud is set up.
    ///
    /// @param export the export directory that is put into the source bucket
    /// @param portBase the first of the ports to use; 0 for any free ones
    /// @param target the kind of target to simulate, for example `salesforce`
    /// @param targetKnobs settings of that target, as a command line spells them
    /// @param source the simulated ASAPP tenant of that export; null for none
    record Setup(
            Path export,
            int portBase,
            String target,
            Map<String, String> targetKnobs,
            @Nullable SourceSetup source) {
        public Setup {
            targetKnobs = Map.copyOf(targetKnobs);
        }
    }

    /// A simulated target.
    ///
    /// @param kind for example `salesforce`; also the name of its mapping
    /// @param title what people call it
    /// @param url the address of its API
    /// @param secretName the secret that holds its credentials
    /// @param options what only this kind of target knows, as a run's configuration has it
    record Target(String kind, String title, String url, String secretName, Map<String, String> options) {
        public Target {
            options = Map.copyOf(options);
        }

        /// The name of its default mapping in `mappings/`.
        public String mapping() {
            return kind + ".yaml";
        }
    }

    /// How a simulated ASAPP tenant is set up.
    ///
    /// @param company its short name, as the feeds have it
    /// @param knobs what is different from its defaults, as a command line spells it
    record SourceSetup(String company, Map<String, String> knobs) {
        public SourceSetup {
            knobs = Map.copyOf(knobs);
        }
    }

    /// A simulated ASAPP tenant.
    ///
    /// @param apiUrl the address of its API
    /// @param bucket the bucket that its batch feeds come into
    /// @param secretName the secret that holds its key
    /// @param exampleCall a command that asks it something
    record Source(String apiUrl, String bucket, String secretName, String exampleCall) {}
}
