package dev.ferry.cli.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The migration that a work directory belongs to: its staging, its ledger and its target are of no use to another
/// one.
///
/// *Shape*: `migration.json`, `{"migrationId","target","export","finished"}`.
///
/// @param export the export that is in the source bucket
/// @param finished whether no run of it stands on its way
@JsonIgnoreProperties(ignoreUnknown = true)
public record Occupant(String migrationId, String target, String export, boolean finished) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A migration of which no run is on its way.
    public static Occupant of(String migrationId, String target, String export) {
        return new Occupant(migrationId, target, export, true);
    }

    /// The same while a run is on its way.
    public Occupant atWork() {
        return withFinished(false);
    }

    /// The same after its run has finished, or before.
    public Occupant withFinished(boolean now) {
        return new Occupant(migrationId, target, export, now);
    }

    /// The occupant of a work directory; nothing for a new one.
    public static Optional<Occupant> of(WorkDirectory work) {
        Path file = file(work);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Occupant.class));
        } catch (IOException e) {
            throw new UsageProblem(
                    "the note on whose work directory this is cannot be read",
                    file.toString(),
                    "name another directory with --work",
                    e);
        }
    }

    /// Refuses a migration that is not the one of the directory.
    public void refuseOther(Occupant next, WorkDirectory work) {
        if (!migrationId.equals(next.migrationId())) {
            throw new UsageProblem(
                    "the work directory is of migration `%s`, the export is of `%s`"
                            .formatted(migrationId, next.migrationId()),
                    work.root().toString(),
                    "name another directory with --work");
        }
        if (!target.equals(next.target())) {
            throw new UsageProblem(
                    "the work directory is of target `%s`, not `%s`".formatted(target, next.target()),
                    work.root().toString(),
                    "name another directory with --work");
        }
        if (!finished && !export.equals(next.export())) {
            throw new UsageProblem(
                    "a run of another export has not finished: " + export,
                    work.root().toString(),
                    "go on with that one by --export, or name another directory with --work");
        }
    }

    /// Makes it the occupant.
    public void moveIn(WorkDirectory work) {
        Path file = file(work);
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(draft, JSON.writeValueAsBytes(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageProblem("work directory cannot be written", file.toString(), "check its permissions", e);
        }
    }

    private static Path file(WorkDirectory work) {
        return work.root().resolve("migration.json");
    }
}
