package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.source.FieldScope;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for phases of people and organisations that read a structured data field which does not describe them: the
/// field would never have a value there.
///
/// @param scopes of the fields that the mapping names
public record ScopeCheck(Map<String, FieldScope> scopes, Problems problems) {
    private static final Pattern READS =
            Pattern.compile("structuredData\\[\\s*fieldId\\s*=\\s*[\"']?([^\"'\\]\\s]+)[\"']?\\s*]");

    public ScopeCheck {
        scopes = Map.copyOf(scopes);
    }

    /// Checks all phases of a mapping.
    public void check(YamlNode.Mapping root) {
        for (YamlNode phase : root.items("phases")) {
            if (phase instanceof YamlNode.Mapping mapping) {
                scopeOf(mapping.text("from"))
                        .ifPresent(scope -> mapping.mapping("fields")
                                .entries()
                                .forEach((name, field) ->
                                        check(field, scope, mapping.text("name") + ".fields." + name)));
            }
        }
    }

    private static Optional<FieldScope> scopeOf(String from) {
        return FieldScope.labelled(from).filter(scope -> scope != FieldScope.CONVERSATION);
    }

    private void check(@Nullable YamlNode node, FieldScope scope, String path) {
        switch (node) {
            case YamlNode.Mapping mapping -> mapping.entries().values().forEach(entry -> check(entry, scope, path));
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> check(item, scope, path));
            case YamlNode.Scalar scalar -> {
                Matcher reads = READS.matcher(String.valueOf(scalar.plain()));
                while (reads.find()) {
                    if (scopes.get(reads.group(1)) != scope) {
                        problems.add(
                                scalar.line(),
                                path,
                                "structuredFields does not say that %s describes the %s"
                                        .formatted(reads.group(1), scope.label()),
                                "structuredFields: {%s: %s}".formatted(reads.group(1), scope.label()));
                    }
                }
            }
            case null -> {}
        }
    }
}
