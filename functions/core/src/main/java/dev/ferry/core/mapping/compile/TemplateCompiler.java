package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.SourcePath;
import dev.ferry.core.mapping.convert.ValueSource;
import dev.ferry.core.mapping.convert.ValueSource.FromTemplate;
import dev.ferry.core.mapping.convert.ValueSource.FromTemplate.Literal;
import dev.ferry.core.mapping.convert.ValueSource.FromTemplate.Part;
import dev.ferry.core.mapping.convert.ValueSource.FromTemplate.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compiles a text with paths in braces.
record TemplateCompiler(Place place, PathCompiler paths) {

    /// The template; empty, with a problem reported, when a brace is left open or a path leads nowhere.
    Optional<ValueSource> compile() {
        String text = place.node().text("template");
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open != at) {
                parts.add(new Literal(text.substring(at, open < 0 ? text.length() : open)));
            }
            if (open < 0) {
                return Optional.of(new FromTemplate(parts));
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                place.report("template", "a brace is not closed", "");
                return Optional.empty();
            }
            Optional<SourcePath> path = paths.resolve(place, "template", text.substring(open + 1, close));
            if (path.isEmpty()) {
                return Optional.empty();
            }
            parts.add(new Placeholder(path.get()));
            at = close + 1;
        }
        return Optional.of(new FromTemplate(parts));
    }
}
