package dev.ferry.core.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.json.SelectiveReader;
import dev.ferry.core.mapping.MappingTestResult.Failed;
import dev.ferry.core.mapping.MappingTestResult.Passed;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.document.YamlReader;
import dev.ferry.core.mapping.document.YamlReading;
import dev.ferry.core.mapping.trial.Expectation;
import dev.ferry.core.source.CanonicalId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs mapping tests: YAML files with an example in and an example out.
///
/// *Shape* of a file: `tests`, a list of `{name, phase, owners: {agent: user}, defaultOwner, batch, in, out}`,
/// where
/// `in` is a canonical record and `out` the results in order, see [Expectation].
public final class MappingTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CompiledMapping mapping;

    public MappingTests(CompiledMapping mapping) {
        this.mapping = mapping;
    }

    /// The results of all tests in the `.yaml` files of a directory, in the order of the names.
    ///
    /// *Errors*: `CONFIGURATION` when a file cannot be read.
    public List<MappingTestResult> run(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<MappingTestResult> results = new ArrayList<>();
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                results.addAll(runText(Files.readString(file)));
            }
            return List.copyOf(results);
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION, "the mapping tests in " + directory + " cannot be read", e);
        }
    }

    /// The results of the tests that a text holds.
    public List<MappingTestResult> runText(String yaml) {
        return switch (YamlReader.read(yaml)) {
            case YamlReading.Unreadable(List<MappingProblem> problems) ->
                List.of(new Failed(
                        "readable YAML",
                        problems.stream().map(MappingProblem::toString).toList()));
            case YamlReading.Read(YamlNode.Mapping root) ->
                root.items("tests").stream()
                        .filter(YamlNode.Mapping.class::isInstance)
                        .map(test -> run((YamlNode.Mapping) test))
                        .toList();
        };
    }

    private MappingTestResult run(YamlNode.Mapping test) {
        String name = test.text("name");
        Optional<CompiledPhase> phase = mapping.phase(test.text("phase"));
        if (phase.isEmpty() || !(test.value("in") instanceof Map<?, ?> record)) {
            return new Failed(name, List.of("the test names no phase of the mapping, or has no record in"));
        }
        Map<String, Object> canonical = new HashMap<>();
        record.forEach((key, value) -> canonical.put(String.valueOf(key), value));
        List<Mapped> results = phase.get().map(asStaged(canonical, phase.get()), run(test.mapping("owners"), test));
        List<YamlNode> expected = test.items("out");
        if (results.size() != expected.size()) {
            return new Failed(name, List.of(results.size() + " results where " + expected.size() + " are expected"));
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (expected.get(i) instanceof YamlNode.Mapping node) {
                differences.addAll(new Expectation(node).differences(results.get(i)));
            }
        }
        return differences.isEmpty() ? new Passed(name) : new Failed(name, differences);
    }

    // As staging reads it: no more of it than the phase says that it reads.
    private static Map<String, Object> asStaged(Map<String, Object> canonical, CompiledPhase phase) {
        try (SelectiveReader reader =
                new SelectiveReader(new ByteArrayInputStream(JSON.writeValueAsBytes(canonical)), phase.reads())) {
            return Objects.requireNonNull(reader.next());
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "an example cannot be read as JSON", e);
        }
    }

    private static MappingRun run(YamlNode.Mapping owners, YamlNode.Mapping test) {
        Map<CanonicalId, String> users = new HashMap<>();
        owners.entries().forEach((agent, user) -> users.put(new CanonicalId(agent), String.valueOf(user.plain())));
        String defaultOwner = test.has("defaultOwner") ? test.text("defaultOwner") : "default-owner";
        return new MappingRun(OwnerDecisions.of(users, defaultOwner), test.text("batch"));
    }
}
