package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/// Stages the rows that an API answered: a unit of work of extraction. The same answer gives the same fragments,
/// a newer answer under the same name replaces them.
public final class FragmentAnswer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FeedCatalogue catalogue;
    private final StagingPorts ports;
    private final FragmentSettings settings;

    public FragmentAnswer(FeedCatalogue catalogue, StagingPorts ports, FragmentSettings settings) {
        this.catalogue = catalogue;
        this.ports = ports;
        this.settings = settings;
    }

    /// Stages the rows; one that cannot be taken is listed by its number among them, from 1.
    ///
    /// @param feed the name of the answer's rows in the catalogue
    /// @param name what was asked for, for example a conversation's id
    public Tally run(String feed, String name, List<? extends JsonNode> rows) {
        byte[] lines = lines(rows);
        WorkUnit unit = unit(feed, name, lines);
        return run(unit, unit.state(), lines);
    }

    /// Stages rows that are part of a larger unit of work.
    ///
    /// @param state what the tally of that unit carries, and by which its fragments are marked
    public Tally run(String feed, String name, RecordDigest state, List<? extends JsonNode> rows) {
        byte[] lines = lines(rows);
        return run(unit(feed, name, lines), state, lines);
    }

    private Tally run(WorkUnit unit, RecordDigest state, byte[] lines) {
        return new FragmentFile(new Answer(lines), catalogue, ports, settings).run(unit, state);
    }

    private static WorkUnit unit(String feed, String name, byte[] lines) {
        return new WorkUnit(
                feed + '/' + name,
                new PartitionPath(feed, "1", "json", "1970-01-01", "00", "00"),
                name,
                0,
                false,
                lines.length,
                BodyHash.of(lines).hex());
    }

    private static byte[] lines(List<? extends JsonNode> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            for (JsonNode row : rows) {
                lines.writeBytes(MAPPER.writeValueAsBytes(row));
                lines.write('\n');
            }
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "cannot write a row of an answer", e);
        }
        return lines.toByteArray();
    }

    /// An answer as a store of one object, whatever it is called.
    private static final class Answer implements SourceStore {
        private final byte[] lines;

        Answer(byte[] lines) {
            this.lines = lines;
        }

        @Override
        public Stream<SourceObject> list(String prefix) {
            return Stream.empty();
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(lines);
        }
    }
}
