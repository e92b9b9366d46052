package dev.ferry.cli.work;

import dev.ferry.core.report.ResultList;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/// Copies what a run left in the work bucket into the work directory: results, report and lists.
public final class FetchResults {
    private final WorkStore store;
    private final WorkDirectory work;

    public FetchResults(WorkStore store, WorkDirectory work) {
        this.store = store;
        this.work = work;
    }

    /// The results of a run, when it has left any.
    ///
    /// @param folder of the run in the work bucket
    public Optional<RunResults> fetch(String folder) {
        Optional<byte[]> found = results(folder);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        copy(folder + "/report.html", work.report());
        RunResults results = RunResultsJson.read(found.get());
        for (ResultList list : results.lists()) {
            copy(folder + "/" + list.file(), within(list.file()));
        }
        // Last: that the results are there says that everything else is.
        write(found.get(), work.runResults());
        return Optional.of(results);
    }

    /// The results of a run as they are now, without copying anything.
    ///
    /// @param folder of the run in the work bucket
    public Optional<RunResults> look(String folder) {
        return results(folder).map(RunResultsJson::read);
    }

    /// Whether the work directory has what the run has left last.
    ///
    /// @param folder of the run in the work bucket
    public boolean has(String folder) {
        return Files.isRegularFile(work.runResults())
                && results(folder)
                        .filter(found -> Arrays.equals(found, read(work.runResults())))
                        .isPresent();
    }

    private Optional<byte[]> results(String folder) {
        Optional<InputStream> found = store.open(folder + "/run-results.json");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(byte[] content, Path target) {
        try {
            Path draft = target.resolveSibling(target.getFileName() + ".part");
            Files.write(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The name of a list comes from a file that others may have written.
    private Path within(String file) {
        Path target = work.root().resolve(file).normalize();
        if (!target.startsWith(work.root())) {
            throw new IllegalArgumentException("a list lies outside the work directory: " + file);
        }
        return target;
    }

    private void copy(String name, Path target) {
        Optional<InputStream> found = store.open(name);
        if (found.isEmpty()) {
            return;
        }
        try (InputStream in = found.get()) {
            Files.createDirectories(target.getParent());
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
