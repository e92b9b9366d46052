package dev.ferry.core.report.html;

import dev.ferry.core.report.OwnerDecision;
import dev.ferry.core.report.RunResults;

/// Who owns the conversations of agents without a user of their own.
final class OwnersSection implements Section {

    @Override
    public Markup render(RunResults results) {
        if (results.owners().isEmpty()) {
            return Markup.NOTHING;
        }
        long conversations = results.owners().stream()
                .mapToLong(OwnerDecision::conversations)
                .sum();
        return Section.titled(
                "owners",
                "Owners",
                "%s had no user in the target; a person decided who owns their %s."
                        .formatted(
                                Wording.counted(results.owners().size(), "agent"),
                                Wording.counted(conversations, "conversation")),
                Markup.of(
                        """
                        <table><thead><tr><th>Agent</th><th>Why no user matched</th><th class="n">Conversations</th>
                        <th>Decision</th></tr></thead><tbody>{}</tbody></table>
                        """,
                        Markup.join(results.owners().stream()
                                .map(owner -> Markup.of(
                                        "<tr><td><code>{}</code></td><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                                        owner.agent(),
                                        owner.reason(),
                                        Wording.number(owner.conversations()),
                                        owner.decision())))));
    }
}
