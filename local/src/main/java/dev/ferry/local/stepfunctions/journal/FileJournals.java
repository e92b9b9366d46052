package dev.ferry.local.stepfunctions.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Journals as files of JSON lines in one directory.
///
/// A record is handed to the operating system before `append` returns, so it survives a killed process; it is not
/// forced to the disk, so it need not survive a power cut.
///
/// *Threading*: safe for concurrent use, by one process.
public final class FileJournals implements Journals {

    private static final String SUFFIX = ".jsonl";

    private final Path directory;

    /// Journals in the given directory, which is made when it is not there.
    public FileJournals(Path directory) {
        this.directory = directory;
        makeDirectory(directory);
    }

    @Override
    public Journal open(String name) {
        var file = file(name);
        makeDirectory(file.getParent() == null ? directory : file.getParent());
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(wholeLines(channel));
            channel.position(channel.size());
            return new FileJournal(channel, name);
        } catch (IOException e) {
            throw new UncheckedIOException("Journal %s in %s cannot be opened".formatted(name, directory), e);
        }
    }

    @Override
    public List<String> names(String prefix) {
        var parent = directory.resolve(prefix);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var files = Files.list(parent)) {
            return files.map(file -> prefix + file.getFileName())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Journals in %s cannot be listed".formatted(parent), e);
        }
    }

    @Override
    public List<ObjectNode> read(String name) {
        var file = file(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        var records = new ArrayList<ObjectNode>();
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                if (Json.parse(text.substring(from, end)) instanceof ObjectNode record) {
                    records.add(record);
                }
                from = end + 1;
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "Journal %s has a damaged line %d: move the file away to start without it"
                            .formatted(file, records.size() + 1),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Journal %s cannot be read".formatted(file), e);
        }
        return records;
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }

    private static void makeDirectory(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("State directory %s cannot be made".formatted(path), e);
        }
    }

    /// The length up to and including the last newline: what follows was torn by the end of a process.
    private static long wholeLines(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static final class FileJournal implements Journal {
        private final FileChannel channel;
        private final String name;

        FileJournal(FileChannel channel, String name) {
            this.channel = channel;
            this.name = name;
        }

        @Override
        public synchronized void append(ObjectNode record) {
            var line = ByteBuffer.wrap((Json.text(record) + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Journal %s cannot be written".formatted(name), e);
            }
        }

        @Override
        public synchronized void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Journal %s cannot be closed".formatted(name), e);
            }
        }
    }
}
