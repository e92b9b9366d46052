package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.SourcePath;
import dev.ferry.core.mapping.convert.SourcePath.Step;
import dev.ferry.core.mapping.convert.SourcePathParser;
import dev.ferry.core.mapping.document.NearName;
import dev.ferry.core.mapping.schema.SourceType;
import dev.ferry.core.mapping.schema.SourceType.ListOf;
import dev.ferry.core.mapping.schema.SourceType.MapOf;
import dev.ferry.core.mapping.schema.SourceType.ObjectOf;
import dev.ferry.core.mapping.schema.SourceType.Scalar;
import java.util.Optional;

/// Compiles the paths of a phase and finds their types in the source model.
///
/// @param item the type of the phase's items
/// @param record the type of the record that holds them
record PathCompiler(SourceType item, SourceType record) {

    /// A path and what stands there.
    record TypedPath(SourcePath path, SourceType type) {}

    /// The path under a key of the mapping; empty, with a problem reported, when it leads nowhere.
    Optional<TypedPath> compile(Place place, String key) {
        return typed(place, key, place.node().text(key));
    }

    /// The path that a text writes, for problems to be reported under a key.
    Optional<SourcePath> resolve(Place place, String key, String text) {
        return typed(place, key, text).map(TypedPath::path);
    }

    private Optional<TypedPath> typed(Place place, String key, String text) {
        Optional<SourcePath> parsed = SourcePathParser.parse(text);
        if (parsed.isEmpty()) {
            place.report(key, text + " is not a path", "for example a.b, list[0].a or list[name=value].a");
            return Optional.empty();
        }
        return parsed.flatMap(path -> typed(path, place, key));
    }

    private Optional<TypedPath> typed(SourcePath path, Place place, String key) {
        SourceType type = switch (path.root()) {
            case ITEM -> item;
            case RECORD -> record;
            case BATCH -> Scalar.TEXT;
        };
        for (Step step : path.steps()) {
            Optional<SourceType> next = next(type, step);
            if (next.isEmpty()) {
                place.report(key, "the source has no " + path.text(), hint(type, step));
                return Optional.empty();
            }
            type = next.get();
        }
        return Optional.of(new TypedPath(path, type));
    }

    private static Optional<SourceType> next(SourceType type, Step step) {
        return switch (step) {
            case Step.Member(String name) -> member(type, name);
            case Step.Position position ->
                type instanceof ListOf(SourceType listed) ? Optional.of(listed) : Optional.empty();
            case Step.Match(String name, String wanted) ->
                type instanceof ListOf(SourceType listed)
                                && member(listed, name).isPresent()
                        ? Optional.of(listed)
                        : Optional.empty();
        };
    }

    private static Optional<SourceType> member(SourceType type, String name) {
        return switch (type) {
            case ObjectOf(var members) -> Optional.ofNullable(members.get(name));
            case MapOf(SourceType value) -> Optional.of(value);
            case ListOf(SourceType listed) -> member(listed, name).map(ListOf::new);
            case Scalar scalar -> Optional.empty();
        };
    }

    private static String hint(SourceType type, Step step) {
        SourceType owner = type instanceof ListOf(SourceType listed) ? listed : type;
        return switch (step) {
            case Step.Member(String name)
            when owner instanceof ObjectOf(var members) -> NearName.hint(name, members.keySet());
            case Step.Match(String name, String wanted)
            when owner instanceof ObjectOf(var members) -> NearName.hint(name, members.keySet());
            case Step.Member member -> "";
            case Step.Match match -> "";
            case Step.Position position -> "a position needs a list";
        };
    }
}
