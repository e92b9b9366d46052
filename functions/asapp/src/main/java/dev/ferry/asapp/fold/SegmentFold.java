package dev.ferry.asapp.fold;

import dev.ferry.asapp.configuration.SegmentRule;
import dev.ferry.core.source.ConversationContext;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.ConversationSegments;
import dev.ferry.core.source.EngagementKind;
import dev.ferry.core.source.SegmentBasis;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which configured segments a conversation is in. *Source*: reference, sections 6 and 12.
///
/// Queries are in the words of AI Services metadata; where only batch rows are there, their columns are put in
/// those words.
final class SegmentFold {
    private static final String METADATA = "conversation_metadata_";
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("lob_id", "lob_id"),
            Map.entry("lob_name", "lob_name"),
            Map.entry("agent_group_id", "group_id"),
            Map.entry("agent_group_name", "group_name"),
            Map.entry("agent_routing_code", "agent_routing_code"),
            Map.entry("campaign", "campaign"),
            Map.entry("device_type", "device_type"),
            Map.entry("platform", "platform"),
            Map.entry("company_subdivision", "company_subdivision"),
            Map.entry("business_rule", "business_rule"),
            Map.entry("entry_type", "entry_type"),
            Map.entry("operating_system", "operating_system"),
            Map.entry("browser_type", "browser_type"),
            Map.entry("browser_version", "browser_version"));

    private final IssueGroup group;
    private final ConversationSettings settings;

    SegmentFold(IssueGroup group, ConversationSettings settings) {
        this.group = group;
        this.settings = settings;
    }

    /// Where no segments are configured, nothing is computed.
    ConversationSegments fold(Portrait portrait) {
        if (settings.segments().isEmpty()) {
            return new ConversationSegments(List.of(), SegmentBasis.NONE, new TreeMap<>());
        }
        ExporterPortrait exported = new ExporterPortrait(group, AgentResolution.NONE, settings);
        boolean known = !group.rows().rows("fx_staging_conversation_state").isEmpty();
        if (portrait.state().kind() == EngagementKind.EMAIL
                || (!known && group.main().isEmpty())) {
            return new ConversationSegments(matching(new TreeMap<>(), true), SegmentBasis.NONE, new TreeMap<>());
        }
        SortedMap<String, List<String>> context = known ? ofMetadata(exported) : ofColumns(portrait);
        return new ConversationSegments(
                matching(context, false), known ? SegmentBasis.FX_METADATA : SegmentBasis.BATCH_COLUMNS, context);
    }

    private List<String> matching(Map<String, List<String>> context, boolean onlyEverything) {
        return settings.segments().stream()
                .filter(rule ->
                        onlyEverything ? rule.matchesEverything() : rule.query().matches(context))
                .map(SegmentRule::id)
                .toList();
    }

    private static SortedMap<String, List<String>> ofMetadata(ExporterPortrait exported) {
        SortedMap<String, List<String>> context = new TreeMap<>();
        FIELDS.forEach((column, field) ->
                exported.newest(METADATA + column).ifPresent(value -> context.put(field, List.of(value))));
        exported.newest(METADATA + "company_segment")
                .ifPresent(value -> context.put("company_segment", BracketedList.parse(value)));
        exported.newest("single_intent_intent_code").ifPresent(value -> context.put("intent_code", List.of(value)));
        exported.newest("single_intent_intent_name").ifPresent(value -> context.put("intent_name", List.of(value)));
        return context;
    }

    private static SortedMap<String, List<String>> ofColumns(Portrait portrait) {
        ConversationContext of = portrait.context();
        SortedMap<String, List<String>> context = new TreeMap<>();
        put(context, "platform", upper(of.platform()));
        put(context, "device_type", deviceType(of.deviceType()));
        put(context, "company_subdivision", of.subdivision());
        context.put("company_segment", of.companySegments());
        ConversationIntent intent = portrait.intent();
        if (intent != null) {
            put(context, "intent_code", intent.finalCode());
            put(context, "intent_name", intent.finalName());
        }
        return context;
    }

    private static @Nullable String deviceType(@Nullable String device) {
        if (device == null) {
            return null;
        }
        return switch (device.toLowerCase(Locale.ROOT)) {
            case "mobile" -> "PHONE";
            case "unknown" -> null;
            default -> upper(device);
        };
    }

    private static @Nullable String upper(@Nullable String value) {
        return value == null ? null : value.toUpperCase(Locale.ROOT);
    }

    private static void put(SortedMap<String, List<String>> context, String field, @Nullable String value) {
        if (value != null) {
            context.put(field, List.of(value));
        }
    }
}
