package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.Target;
import dev.ferry.core.load.Target.Finding;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.MappingProblem;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.SchemaDrift;
import dev.ferry.core.target.ObjectName;
import dev.ferry.handlers.run.MappingFile;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.RunTitles;
import dev.ferry.handlers.run.WorkJson;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The target of a run as it was checked: its description is kept with the run, so that every later step compiles
/// the mapping against the same one.
final class CheckedTarget {
    private static final int SHOWN_PROBLEMS = 5;

    private final RunPorts run;
    private final MappingFile file;

    CheckedTarget(RunPorts run) {
        this.run = run;
        this.file = new MappingFile(run);
    }

    /// Describes the target, compiles the mapping against it, and looks for what would stop the load; then makes
    /// what the load needs beforehand.
    CompiledMapping check(Target target) {
        Described described = describe(target);
        target.prepare(described.mapping().phases());
        keep(target, described);
        return described.mapping();
    }

    /// The same without writing to the target.
    CompiledMapping look(Target target) {
        Described described = describe(target);
        keep(target, described);
        return described.mapping();
    }

    /// As [#check], for a run that takes up a plan.
    ///
    /// *Errors*: `PLAN_CHANGED`, naming what has changed since.
    CompiledMapping takeUp(Target target, PlanResults plan) {
        new PlanBinding(plan).hold(run);
        Described described = describe(target);
        new PlanBinding(plan).hold(described.mapping(), kept(), described.schema());
        target.prepare(described.mapping().phases());
        keep(target, described);
        return described.mapping();
    }

    private record Described(TargetSchema schema, CompiledMapping mapping) {}

    private Described describe(Target target) {
        String yaml = file.text();
        TargetSchema schema = target.describe(MappedObjects.of(yaml));
        CompiledMapping mapping = compile(yaml, schema);
        List<Finding> findings = target.check(mapping.phases());
        new WorkJson(run.work()).write(run.files().targetFindings(), findings);
        findings.stream().filter(Finding::blocking).findFirst().ifPresent(finding -> {
            throw new FerryException(ErrorCode.TARGET_ACCESS, finding.what() + ". " + finding.action());
        });
        return new Described(schema, mapping);
    }

    private void keep(Target target, Described described) {
        WorkJson json = new WorkJson(run.work());
        TargetSchema schema = described.schema();
        json.write(
                run.files().targetSchema(),
                schema.names().stream()
                        .flatMap(name -> schema.object(new ObjectName(name)).stream())
                        .toList());
        json.write(run.files().untouchedObjects(), untouched(described.mapping()));
        json.write(
                run.files().targetHash(),
                SchemaDrift.of(schema, described.mapping().phases()).hash());
        json.write(run.files().mappingHash(), described.mapping().hash().hex());
        json.write(run.files().titles(), RunTitles.of(target.title(), described.mapping()));
    }

    private List<String> untouched(CompiledMapping mapping) {
        Ledger ledger = run.ledger();
        return mapping.phases().stream()
                .map(CompiledPhase::object)
                .distinct()
                .filter(object -> !ledger.knows(object))
                .map(ObjectName::value)
                .toList();
    }

    /// The site of a run that was checked before.
    LoadSite site(Target target) {
        WorkJson json = new WorkJson(run.work());
        TargetSchema schema = kept();
        Set<ObjectName> untouched = Arrays.stream(json.read(run.files().untouchedObjects(), String[].class))
                .map(ObjectName::new)
                .collect(Collectors.toUnmodifiableSet());
        return new LoadSite(run, target, schema, compile(file.text(), schema), untouched);
    }

    private TargetSchema kept() {
        TargetObject[] objects = new WorkJson(run.work()).read(run.files().targetSchema(), TargetObject[].class);
        return new TargetSchema(Arrays.asList(objects));
    }

    private CompiledMapping compile(String yaml, TargetSchema schema) {
        return switch (new MappingCompiler().compile(yaml, SourceSchema.canonical(), schema)) {
            case CompileResult.Compiled(CompiledMapping mapping) -> confirmed(mapping);
            case CompileResult.Refused(List<MappingProblem> problems) ->
                throw new FerryException(
                        ErrorCode.MAPPING,
                        "the mapping " + file.name() + " has "
                                + (problems.size() == 1 ? "a problem: " : problems.size() + " problems: ")
                                + problems.stream()
                                        .limit(SHOWN_PROBLEMS)
                                        .map(CheckedTarget::line)
                                        .collect(Collectors.joining("; ")));
        };
    }

    private CompiledMapping confirmed(CompiledMapping mapping) {
        String hash = run.config().mapping().hash();
        if (!hash.isEmpty() && !hash.equals(mapping.hash().hex())) {
            throw new FerryException(
                    ErrorCode.PLAN_CHANGED,
                    "the mapping " + file.name() + " has the hash "
                            + mapping.hash().hex() + ", but " + hash
                            + " was confirmed; confirm the mapping as it is now, or restore it");
        }
        return mapping;
    }

    private static String line(MappingProblem problem) {
        return "line " + problem.line() + (problem.path().isEmpty() ? "" : ", " + problem.path()) + ": "
                + problem.message()
                + (problem.suggestion().isEmpty() ? "" : " (" + problem.suggestion() + ")");
    }
}
