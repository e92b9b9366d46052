package dev.ferry.infra.settings;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.IConstruct;

/// Findings of cdk-nag that are accepted, each for one construct and with its reason.
public final class Findings {
    private Findings() {}

    /// Accepts a finding of a construct and of what is below it.
    public static void accept(IConstruct construct, String rule, String reason) {
        accept(construct, NagPackSuppression.builder().id(rule).reason(reason).build());
    }

    /// Accepts only some findings of a rule, by what they are about.
    public static void accept(IConstruct construct, String rule, String reason, List<String> about) {
        accept(
                construct,
                NagPackSuppression.builder()
                        .id(rule)
                        .reason(reason)
                        .appliesTo(about)
                        .build());
    }

    /// Accepts only those findings of a rule that are about something like this.
    ///
    /// @param pattern between slashes
    public static void acceptMatching(IConstruct construct, String rule, String reason, String pattern) {
        accept(
                construct,
                NagPackSuppression.builder()
                        .id(rule)
                        .reason(reason)
                        .appliesTo(
                                List.of(RegexAppliesTo.builder().regex(pattern).build()))
                        .build());
    }

    private static void accept(IConstruct construct, NagPackSuppression suppression) {
        NagSuppressions.addResourceSuppressions(construct, List.of(suppression), true);
    }
}
