package dev.ferry.local.asapp.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One tree of feeds on disk, of the layout `FEED/version=/format=/dt=/hr=/mi=/FILES`.
///
/// It is read anew for every question, a directory at a time, so a tree of any size costs nothing until it is asked
/// about. Names that come from outside are compared with what is there and never resolved as paths.
///
/// @param root such as `batch` or `fileexporter` of an export; a missing one is an empty tree
public record ExportTree(Path root) {
    private static final String DATE = "dt=";

    /// The marker of a complete batch partition, which is no data file.
    public static final String SUCCESS = "_SUCCESS";

    /// The feeds' names, in order.
    public List<String> names() {
        return directories(root, "");
    }

    /// The versions of a feed, as directories are named, in order.
    public List<String> versions(String name) {
        return names().contains(name) ? directories(root.resolve(name), "version=") : List.of();
    }

    /// The formats of a version, as directories are named, in order.
    public List<String> formats(String name, String version) {
        return versions(name).contains(version)
                ? directories(root.resolve(name).resolve(version), "format=")
                : List.of();
    }

    /// Every feed in every version and format, in order.
    public List<Feed> feeds() {
        return names().stream()
                .flatMap(name -> versions(name).stream()
                        .flatMap(version -> formats(name, version).stream().map(f -> new Feed(name, version, f))))
                .toList();
    }

    /// The days of a feed that is there, in order.
    public List<LocalDate> dates(Feed feed) {
        return directories(root.resolve(feed.key()), DATE).stream()
                .flatMap(name -> date(name).stream())
                .toList();
    }

    /// The partitions of a day, in order; none when there is no such day.
    public List<Partition> partitions(Feed feed, LocalDate date) {
        if (!dates(feed).contains(date)) {
            return List.of();
        }
        Path day = root.resolve(feed.key()).resolve(DATE + date);
        List<Partition> found = new ArrayList<>();
        collect(feed, date, day, day, found);
        return found.stream().sorted().toList();
    }

    /// The data files of a partition, in order.
    public static List<Path> files(Partition partition) {
        return children(partition.directory()).stream()
                .filter(Files::isRegularFile)
                .filter(file -> !file.endsWith(SUCCESS) && !name(file).startsWith("."))
                .toList();
    }

    private static void collect(Feed feed, LocalDate date, Path day, Path directory, List<Partition> found) {
        List<Path> children = children(directory);
        if (children.stream().anyMatch(Files::isRegularFile)) {
            String interval = day.relativize(directory).toString().replace('\\', '/');
            found.add(new Partition(feed, date, interval, directory));
        }
        children.stream().filter(Files::isDirectory).forEach(child -> collect(feed, date, day, child, found));
    }

    private static Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(name.substring(DATE.length())));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static List<String> directories(Path parent, String prefix) {
        return children(parent).stream()
                .filter(Files::isDirectory)
                .map(ExportTree::name)
                .filter(name -> name.startsWith(prefix) && !name.startsWith("."))
                .toList();
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + directory, e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
