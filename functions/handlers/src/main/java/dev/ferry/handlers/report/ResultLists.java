package dev.ferry.handlers.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.batch.RejectReason;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.owners.OwnerMatch.Basis;
import dev.ferry.core.report.CsvLists;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.report.ListKind;
import dev.ferry.core.report.ListRow;
import dev.ferry.core.report.OwnerDecision;
import dev.ferry.core.report.ResultList;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lists of a run, one CSV file each, streamed from the parts that the units of work have written.
final class ResultLists {
    private final RunPorts run;
    private final WorkStore work;
    private final List<String> loadPhases;
    private final List<FeedInventory> feeds;

    ResultLists(RunPorts run, List<String> loadPhases, List<FeedInventory> feeds) {
        this.run = run;
        this.work = run.work();
        this.loadPhases = List.copyOf(loadPhases);
        this.feeds = List.copyOf(feeds);
    }

    List<ResultList> write() {
        CsvLists csv = new CsvLists(work, run.files().results());
        return List.of(
                csv.write(ListKind.FAILED, phases("failed", ResultLists::failed)),
                csv.write(
                        ListKind.QUARANTINED,
                        Stream.of(
                                        lines(run.files().list("rejected"))
                                                .map(line -> quarantined("source line", line)),
                                        lines(run.files().list("unreadable")).map(ResultLists::unread),
                                        lines(run.files().list("quarantined"))
                                                .map(line -> quarantined("canonical record", line)),
                                        lines(run.files().list(FragmentTerms.MISSING))
                                                .map(ResultLists::missing),
                                        lines(run.files().list(PagePorts.REFUSED))
                                                .map(ResultLists::refused),
                                        phases("quarantined", ResultLists::heldBack))
                                .flatMap(Function.identity())),
                csv.write(ListKind.UNMATCHED_OWNERS, owners().stream().map(ResultLists::owner)),
                csv.write(ListKind.MERGED, merged()),
                csv.write(ListKind.MATCHED, phases("matched", ResultLists::matched)),
                csv.write(ListKind.FILTERED, phases("filtered", ResultLists::filtered)),
                csv.write(ListKind.ADJUSTED, phases("adjusted", ResultLists::adjusted)),
                csv.write(
                        ListKind.INCOMPLETE,
                        lines(run.files().list("incomplete")).map(ResultLists::incomplete)),
                csv.write(
                        ListKind.GAPS,
                        lines(run.files().list(AssembleBucket.GAPS)).map(ResultLists::gap)),
                csv.write(
                        ListKind.STRUCTURED_VALUES,
                        lines(run.files().list(AssembleBucket.STRUCTURED_VALUES))
                                .map(ResultLists::structuredValue)),
                csv.write(
                        ListKind.UNAVAILABLE,
                        lines(run.files().list(PagePorts.UNAVAILABLE)).map(ResultLists::unavailable)),
                csv.write(ListKind.COLUMNS, drifted()));
    }

    private Stream<ListRow> drifted() {
        return feeds.stream()
                .flatMap(feed -> feed.drifted().stream()
                        .map(column ->
                                new ListRow.Drifted(feed.feed(), column.column(), column.drift(), column.since())));
    }

    /// The agents whom no user matched, with what was decided.
    List<OwnerDecision> owners() {
        Map<String, Long> conversations = new HashMap<>();
        try (Stream<Map<String, Object>> agents = canonical(EntityKind.AGENT)) {
            agents.forEach(agent -> conversations.put(
                    text(agent, "id"), agent.get("lastAgentOf") instanceof Number count ? count.longValue() : 0L));
        }
        List<OwnerDecision> decisions = new ArrayList<>();
        try (Stream<Map<String, Object>> matches =
                JsonLines.read(work, run.files().owners())) {
            matches.filter(match -> conversations.containsKey(text(match, "agent"))
                            && !text(match, "basis").equals(Basis.EMAIL.name()))
                    .forEach(match -> decisions.add(new OwnerDecision(
                            text(match, "agent"),
                            text(match, "basis"),
                            conversations.getOrDefault(text(match, "agent"), 0L),
                            match.get("user") instanceof String user ? user : "undecided")));
        }
        return decisions;
    }

    private Stream<ListRow> merged() {
        return Stream.of(EntityKind.CONVERSATION, EntityKind.AGENT)
                .map(EntityKind::label)
                .flatMap(kind -> lines(run.files().list(AssembleBucket.MERGED) + kind + "/")
                        .map(line -> new ListRow.Merged(
                                kind, text(line, "file"), text(line, "detail"), text(line, "reason"))));
    }

    private Stream<Map<String, Object>> canonical(EntityKind kind) {
        return IntStream.range(0, run.buckets().value())
                .mapToObj(bucket -> run.files().canonical(kind, new Bucket(bucket)))
                .flatMap(file -> JsonLines.read(work, file));
    }

    private <R extends ListRow> Stream<R> phases(String list, Function<Map<String, Object>, R> row) {
        return loadPhases.stream()
                .flatMap(phase -> lines("runs/" + run.run().runId() + "/load/" + phase + "/lists/" + list + "/"))
                .map(row);
    }

    private Stream<Map<String, Object>> lines(String prefix) {
        return JsonLines.readAll(work, prefix);
    }

    private static ListRow.Failed failed(Map<String, Object> line) {
        return new ListRow.Failed(
                text(line, "object"),
                text(line, "key"),
                text(line, "code"),
                text(line, "field"),
                text(line, "reason"),
                text(line, "hint"),
                line.get("attempts") instanceof Number attempts ? attempts.intValue() : 0);
    }

    private static ListRow.Quarantined heldBack(Map<String, Object> line) {
        return new ListRow.Quarantined(
                text(line, "object"),
                text(line, "key"),
                "NOT_MAPPED",
                text(line, "field"),
                text(line, "reason"),
                text(line, "hint"));
    }

    private static ListRow.Incomplete incomplete(Map<String, Object> line) {
        return new ListRow.Incomplete("conversation", text(line, "file"), text(line, "reason"), text(line, "detail"));
    }

    private static ListRow.Gap gap(Map<String, Object> line) {
        JsonNode gap = WorkJson.parse(text(line, "detail"));
        List<String> types = new ArrayList<>();
        gap.path("eventTypes").forEach(type -> types.add(type.asText()));
        return new ListRow.Gap(
                text(line, "file"),
                text(line, "reason"),
                gap.path("firstEventAt").asText(),
                gap.path("lastEventAt").asText(),
                gap.path("events").asText(),
                String.join(" ", types));
    }

    private static ListRow.StructuredValue structuredValue(Map<String, Object> line) {
        JsonNode note = WorkJson.parse(text(line, "detail"));
        return new ListRow.StructuredValue(
                text(line, "file"),
                text(line, "reason"),
                note.path("field").asText(),
                note.path("detail").asText());
    }

    private static ListRow.Unavailable unavailable(Map<String, Object> line) {
        return new ListRow.Unavailable(text(line, "file"), text(line, "reason"), text(line, "detail"));
    }

    private static ListRow.Quarantined quarantined(String what, Map<String, Object> line) {
        String number = text(line, "line");
        return new ListRow.Quarantined(
                what,
                text(line, "file"),
                text(line, "reason"),
                number.equals("0") ? "" : "line " + number,
                text(line, "detail"),
                text(line, "reason").equals(RejectReason.BROKEN_FILE.name())
                        ? "Ask ASAPP for the file again and run again; what stands before this line went along."
                        : "Correct the line at the source or leave it; it was not taken along.");
    }

    private static ListRow.Quarantined unread(Map<String, Object> line) {
        return new ListRow.Quarantined(
                "source file",
                text(line, "file"),
                text(line, "reason"),
                "",
                text(line, "detail"),
                "Put a file that can be read in its place and run again; nothing of it was taken along.");
    }

    private static ListRow.Quarantined missing(Map<String, Object> line) {
        return new ListRow.Quarantined(
                "source file",
                text(line, "file"),
                text(line, "reason"),
                "",
                text(line, "detail"),
                "Start a new run: it reads the source again. This one stopped before anything of it was loaded.");
    }

    private static ListRow.Quarantined refused(Map<String, Object> line) {
        return new ListRow.Quarantined(
                "question to the source's API",
                text(line, "file"),
                text(line, "reason"),
                "",
                text(line, "detail"),
                "Ask ASAPP by the number of the request; what the feeds have of it went along.");
    }

    private static ListRow.UnmatchedOwner owner(OwnerDecision owner) {
        return new ListRow.UnmatchedOwner(owner.agent(), owner.reason(), owner.conversations(), owner.decision());
    }

    private static ListRow.Matched matched(Map<String, Object> line) {
        return new ListRow.Matched(text(line, "object"), text(line, "key"), text(line, "id"), text(line, "filled"));
    }

    private static ListRow.Filtered filtered(Map<String, Object> line) {
        return new ListRow.Filtered(text(line, "object"), text(line, "key"), text(line, "reason"));
    }

    private static ListRow.Adjusted adjusted(Map<String, Object> line) {
        return new ListRow.Adjusted(text(line, "object"), text(line, "key"), text(line, "field"), text(line, "rule"));
    }

    private static String text(Map<String, Object> line, String name) {
        Object value = line.get(name);
        return value == null ? "" : value.toString();
    }
}
