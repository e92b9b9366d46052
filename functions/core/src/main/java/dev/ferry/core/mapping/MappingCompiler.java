package dev.ferry.core.mapping;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.compile.PhaseCompiler;
import dev.ferry.core.mapping.compile.PhaseCompiler.Phase;
import dev.ferry.core.mapping.compile.Problems;
import dev.ferry.core.mapping.compile.ScopeCheck;
import dev.ferry.core.mapping.document.SchemaCheck;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.document.YamlReader;
import dev.ferry.core.mapping.document.YamlReading;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Compiles mapping files: reads, checks against both sides, and resolves everything that can be resolved once.
///
/// *Threading*: immutable, for use by many threads.
public final class MappingCompiler {
    private final SchemaCheck shape = new SchemaCheck();

    /// The mapping of a file.
    ///
    /// *Errors*: `CONFIGURATION` when the file cannot be read; everything that is wrong inside it is in the result.
    public CompileResult compile(Path file, SourceSchema source, TargetSchema target) {
        try {
            return compile(Files.readString(file), source, target);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.CONFIGURATION, "the mapping " + file + " cannot be read as UTF-8", e);
        }
    }

    /// The mapping of a text.
    public CompileResult compile(String yaml, SourceSchema source, TargetSchema target) {
        return switch (YamlReader.read(yaml)) {
            case YamlReading.Unreadable(List<MappingProblem> problems) -> new CompileResult.Refused(problems);
            case YamlReading.Read(YamlNode.Mapping root) -> {
                List<MappingProblem> problems = shape.check(root);
                yield problems.isEmpty() ? meaning(root, source, target) : new CompileResult.Refused(problems);
            }
        };
    }

    private static CompileResult meaning(YamlNode.Mapping root, SourceSchema source, TargetSchema target) {
        Problems problems = new Problems();
        YamlNode.Mapping defaults = root.mapping("defaults");
        ZoneId zone = zone(defaults, problems);
        new ScopeCheck(StructuredFields.of(root).scopes(), problems).check(root);
        PhaseCompiler compiler = new PhaseCompiler(source, target, zone, problems);
        List<CompiledPhase> phases = new ArrayList<>();
        for (YamlNode node : root.items("phases")) {
            if (node instanceof YamlNode.Mapping phase) {
                compiler.compile(phase).ifPresent(it -> phases.add(compiled(it, defaults.text("batch"))));
            }
        }
        return problems.any()
                ? new CompileResult.Refused(problems.all())
                : new CompileResult.Compiled(
                        new CompiledMapping(root.text("target"), MappingHash.of(root), phases, compiler.proposed()));
    }

    private static CompiledPhase compiled(Phase phase, String batch) {
        return new CompiledPhase(phase.name(), phase.from(), phase.load(), batch, phase.plan());
    }

    private static ZoneId zone(YamlNode.Mapping defaults, Problems problems) {
        try {
            return ZoneId.of(defaults.text("timeZone"));
        } catch (DateTimeException e) {
            problems.add(
                    defaults.lineOf("timeZone"), "defaults.timeZone", "no such time zone", "for example Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }
}
