package dev.ferry.local.asapp.renditions;

import dev.ferry.local.asapp.tenant.RowRules;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.DataFile;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.Partition;
import dev.ferry.local.asapp.tree.PartitionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of partitions with the row rules applied, made once and kept beside the state.
///
/// *Threading*: safe for concurrent use; one partition is made at a time.
public final class Renditions implements PartitionFiles {
    private final Tenant tenant;
    private final ExportTree tree;
    private final Path cache;

    /// @param cache a directory of its own
    public Renditions(Tenant tenant, ExportTree tree, Path cache) {
        this.tenant = tenant;
        this.tree = tree;
        this.cache = cache;
    }

    @Override
    public List<DataFile> of(Partition partition) {
        RowRules rules = tenant.knobs().rows();
        List<DataFile> raw = PartitionFiles.onDisk().of(partition);
        if (!rules.changeFiles() || !partition.feed().holdsJsonLines() || raw.isEmpty()) {
            return raw;
        }
        String variant =
                Integer.toHexString(rules.hashCode()) + "-" + tenant.chance().seed();
        Path directory = cache.resolve(variant).resolve(partition.key());
        try {
            return files(made(partition, raw, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("Rendering " + partition.key(), e);
        }
    }

    private synchronized Path made(Partition partition, List<DataFile> raw, Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path draft = Files.createDirectories(cache).resolve("draft");
        clear(draft);
        Files.createDirectories(draft);
        List<DataFile> before =
                before(partition).map(PartitionFiles.onDisk()::of).orElse(List.of());
        new Rendering(tenant, partition, draft).write(raw, before);
        Damage damage = new Damage(tenant, partition);
        for (DataFile file : files(draft)) {
            damage.of(file);
        }
        Files.createDirectories(directory.getParent());
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        return directory;
    }

    /// The partition whose rows this one repeats: the one before it in the feed.
    private Optional<Partition> before(Partition partition) {
        List<Partition> sameDay = tree.partitions(partition.feed(), partition.date());
        int index = sameDay.indexOf(partition);
        if (index > 0) {
            return Optional.of(sameDay.get(index - 1));
        }
        return tree.dates(partition.feed()).stream()
                .filter(date -> date.isBefore(partition.date()))
                .max(LocalDate::compareTo)
                .map(date -> tree.partitions(partition.feed(), date))
                .filter(earlier -> !earlier.isEmpty())
                .map(List::getLast);
    }

    private static List<DataFile> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> new DataFile(file.getFileName().toString(), file))
                    .toList();
        }
    }

    private static void clear(Path draft) throws IOException {
        if (Files.isDirectory(draft)) {
            for (DataFile file : files(draft)) {
                Files.delete(file.content());
            }
            Files.delete(draft);
        }
    }
}
