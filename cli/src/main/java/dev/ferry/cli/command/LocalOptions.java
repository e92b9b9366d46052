package dev.ferry.cli.command;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.cloud.LocalCloud.SourceSetup;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.work.Occupant;
import dev.ferry.cli.work.WorkDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of the commands that start the embedded cloud in this process.
final class LocalOptions {
    private static final Path DEFAULT_WORK = Path.of("ferry-work");
    private static final String SALESFORCE = "salesforce";
    private static final String INTERCOM = "intercom";

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "ferry-work",
            description = "Work directory; an existing one goes on (default: ${DEFAULT-VALUE}).")
    private Path work = DEFAULT_WORK;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Export directory with `batch/` and `crosswalk/` (default: a sample that is made).")
    private @Nullable Path export;

    @Option(
            names = "--conversations",
            paramLabel = "N",
            defaultValue = "200",
            description = "Size of the sample export (default: ${DEFAULT-VALUE}).")
    private int conversations = 200;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "First of the ports of the embedded cloud (default: any free ones).")
    private int portBase;

    @Option(
            names = "--asapp",
            paramLabel = "KNOB=VALUE",
            description = "A setting of the simulated ASAPP tenant, such as rps=50; may be repeated.")
    private Map<String, String> knobs = new TreeMap<>();

    @Option(
            names = "--intercom",
            paramLabel = "KNOB=VALUE",
            description = "A setting of the simulated Intercom workspace, such as perMinute=500; may be repeated.")
    private Map<String, String> intercom = new TreeMap<>();

    @Option(
            names = "--target",
            paramLabel = "NAME",
            defaultValue = SALESFORCE,
            description = "Target to migrate into: salesforce (default), intercom.")
    private String target = SALESFORCE;

    WorkDirectory directory() {
        return new WorkDirectory(work);
    }

    /// Refuses what only says how a cloud is started, where none is.
    ///
    /// @param instead the option that names another cloud
    void refuseBeside(String instead) {
        Map<String, Boolean> given = new TreeMap<>(Map.of(
                "--export", export != null,
                "--port-base", portBase != 0,
                "--asapp", !knobs.isEmpty(),
                "--intercom", !intercom.isEmpty(),
                "--target", !target.equals(SALESFORCE)));
        given.forEach((option, isGiven) -> {
            if (isGiven) {
                throw new UsageProblem(
                        "no cloud is started for " + instead, option, "leave out one of the two options");
            }
        });
    }

    /// The named export, or the sample, which is made once per work directory.
    ExportDirectory export(Surroundings surroundings, Console console) {
        if (export != null) {
            return new ExportDirectory(export);
        }
        Path sample = directory().root().resolve("sample-export");
        if (!Files.isDirectory(sample)) {
            try (Stage stage = console.stage("sample export")) {
                surroundings.samples().write(sample, conversations);
                stage.done(Amounts.counted(conversations, "conversation"));
            }
        }
        return new ExportDirectory(sample);
    }

    /// Makes the export's migration the one of the work directory, unless that belongs to another.
    ///
    /// @param intent what is about to happen with the migration
    void occupy(ExportDirectory from, UnaryOperator<Occupant> intent) {
        if (!LocalCloud.TARGETS.contains(target)) {
            throw new UsageProblem(
                    "no such target", target, "the targets are " + String.join(", ", LocalCloud.TARGETS));
        }
        WorkDirectory work = directory();
        Occupant next = Occupant.of(
                DemoConfig.migrationId(from.inventory()), target, from.root().toString());
        Occupant now = Occupant.of(work).orElse(next);
        now.refuseOther(next, work);
        intent.apply(next.withFinished(now.finished())).moveIn(work);
    }

    /// Starts the cloud and tells other processes where it is. The ASAPP tenant of a named export is simulated
    /// beside it.
    ///
    /// *Errors*: one line for settings of a tenant or a target that is not simulated.
    LocalCloud start(Surroundings surroundings, Console console, ExportDirectory from) {
        if (!intercom.isEmpty() && !target.equals(INTERCOM)) {
            throw new UsageProblem(
                    "the target is " + target, "--intercom", "add --target intercom, whose workspace is simulated");
        }
        if (export == null) {
            if (!knobs.isEmpty()) {
                throw new UsageProblem(
                        "no export is named", "--asapp", "add --export, whose ASAPP tenant is simulated");
            }
            return start(surroundings, console, new LocalCloud.Setup(from.root(), portBase, target, intercom, null));
        }
        Map<String, String> all = new TreeMap<>(from.channels().knobs());
        all.putAll(knobs);
        SourceSetup tenant = new SourceSetup(from.inventory().company(), all);
        return start(surroundings, console, new LocalCloud.Setup(from.root(), portBase, target, intercom, tenant));
    }

    private LocalCloud start(Surroundings surroundings, Console console, LocalCloud.Setup setup) {
        try (Stage stage = console.stage("embedded cloud")) {
            LocalCloud cloud = surroundings.clouds().start(directory(), setup);
            cloud.description().write(directory().cloudFile());
            stage.done(Amounts.counted(cloud.description().endpoints().size(), "service") + " on loopback");
            return cloud;
        }
    }

    /// The options as they have to be repeated in a next command.
    String repeated() {
        return (work.equals(DEFAULT_WORK) ? "" : " --work " + quoted(work))
                + (export == null ? "" : " --export " + quoted(export))
                + (target.equals(SALESFORCE) ? "" : " --target " + target);
    }

    private static String quoted(Path path) {
        return path.toString().contains(" ") ? "'" + path + "'" : path.toString();
    }
}
