package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.convert.SourcePath.Root;
import dev.ferry.core.mapping.convert.SourcePath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text form of a [SourcePath].
public final class SourcePathParser {
    private static final Pattern STEP =
            Pattern.compile("(?<name>[A-Za-z_][\\w-]*)(?:\\[(?:(?<index>\\d{1,6})|(?<key>\\w+)=(?<value>[^\\]]+))])?");

    private SourcePathParser() {}

    /// The path that the text writes; empty when it is none.
    public static Optional<SourcePath> parse(String text) {
        if (text.equals("$batch")) {
            return Optional.of(new SourcePath(text, Root.BATCH, List.of()));
        }
        boolean record = text.startsWith("$record.");
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = record ? "$record.".length() : 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            addSteps(matcher, steps);
            at = matcher.end();
            if (at == text.length()) {
                return Optional.of(new SourcePath(text, record ? Root.RECORD : Root.ITEM, steps));
            }
            if (text.charAt(at) != '.') {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    private static void addSteps(Matcher matcher, List<Step> steps) {
        steps.add(new Step.Member(matcher.group("name")));
        if (matcher.group("index") != null) {
            steps.add(new Step.Position(Integer.parseInt(matcher.group("index"))));
        } else if (matcher.group("key") != null) {
            steps.add(new Step.Match(matcher.group("key"), matcher.group("value")));
        }
    }
}
