package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;
import java.util.Map;
import java.util.TreeMap;

/// The words of this page, for a reader who sees them for the first time.
final class GlossarySection implements Section {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("received", "rows read from complete partitions of the source"),
            Map.entry("distinct", "rows left when repeats of the same row are counted once"),
            Map.entry("duplicate", "a row that says again what another row has said, or an older version of it"),
            Map.entry("rejected", "a row that cannot be read, for example because it is not valid JSON"),
            Map.entry("staged", "ready to be sent to the target"),
            Map.entry("filtered", "left out by a rule of the configuration"),
            Map.entry("merged", "folded into another record, because the source says they are one"),
            Map.entry("quarantined", "held back by Ferry before sending, with a reason"),
            Map.entry("failed", "sent, and refused by the target, with the target's reason"),
            Map.entry("unchanged", "already in the target exactly as it should be; nothing was written"),
            Map.entry("found", "counted by asking the target itself after loading"),
            Map.entry(
                    "content digest",
                    "a fingerprint over the content of all records: equal fingerprints mean equal content, "
                            + "not only equal counts"));

    @Override
    public Markup render(RunResults results) {
        return Section.titled(
                "glossary",
                "Words used here",
                "In the order of the alphabet.",
                Markup.of(
                        "<dl class=\"glossary\">{}</dl>",
                        Markup.join(new TreeMap<>(WORDS)
                                .entrySet().stream()
                                        .map(word -> Markup.of(
                                                "<div><dt>{}</dt><dd>{}</dd></div>",
                                                word.getKey(),
                                                word.getValue())))));
    }
}
