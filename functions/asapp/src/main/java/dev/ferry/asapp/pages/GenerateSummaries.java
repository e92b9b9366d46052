package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.summary.Summaries;
import dev.ferry.asapp.summaries.Generated;
import dev.ferry.asapp.summaries.Generation;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Has ASAPP generate what a list says, and stages the answers: a request each.
///
/// *Shape* of the list: a line a [Generation]. The cursor counts lines.
///
/// Asking twice would generate twice, so what was answered is noted beside the list before a page ends, also one
/// that breaks off; the page that is worked on again asks for the rest. Only a worker that dies loses what was under
/// way.
///
/// Counts of a page: `generationsAsked` = `generated` + `generatedNothing` + `generationsRefused`; and
/// `generationsUnasked` for a call that ASAPP has not enabled for the key.
public final class GenerateSummaries implements PagedWork {
    /// The name of this work.
    public static final String NAME = "generate-summaries";

    private final String list;
    private final PagePorts ports;
    private final AnswerPorts staging;
    private final Set<GeneratingCall> disabled = EnumSet.noneOf(GeneratingCall.class);
    private List<Generation> generations = List.of();

    /// The generations of a list.
    ///
    /// @param list the work file
    public GenerateSummaries(String list, PagePorts ports, AnswerPorts staging) {
        this.list = list;
        this.ports = ports;
        this.staging = staging;
    }

    @Override
    public Page next(String cursor) {
        if (generations.isEmpty()) {
            try (Stream<Map<String, Object>> lines = JsonLines.read(ports.work(), list)) {
                generations = lines.map(Generation::of).toList();
            }
        }
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(generations.size(), from + PagePorts.PAGE);
        List<Generation> page = from < to ? generations.subList(from, to) : List.of();
        long rows = new Sheet(from, page).work();
        return to >= generations.size()
                ? new Page.Last(rows)
                : new Page.More(Integer.toString(to), rows, generations.size() - to);
    }

    /// One page, on which every generation comes to one end.
    private final class Sheet {
        private final String notes;
        private final String unit;
        private final List<Generation> page;
        private final Map<String, Boolean> answered = new TreeMap<>();
        private final List<Quarantined> refused = new ArrayList<>();
        private final List<AsappException> failures = new ArrayList<>();
        private long unasked;

        Sheet(int from, List<Generation> page) {
            this.notes = "%s.answered/%d.jsonl".formatted(list, from);
            this.unit = "%s/%s/%d".formatted(NAME, list, from);
            this.page = page;
        }

        long work() {
            if (ports.work().exists(notes)) {
                try (Stream<Map<String, Object>> lines = JsonLines.read(ports.work(), notes)) {
                    lines.forEach(line ->
                            answered.put(String.valueOf(line.get("name")), Boolean.TRUE.equals(line.get("something"))));
                }
            }
            int before = answered.size();
            List<Generation> open = page.stream()
                    .filter(generation ->
                            !answered.containsKey(generation.name()) && !disabled.contains(generation.call()))
                    .toList();
            unasked = page.size() - open.size() - before;
            ask(open);
            if (answered.size() > before) {
                note();
            }
            failures.stream().findFirst().ifPresent(failure -> {
                throw failure;
            });
            count();
            return answered.size() - before;
        }

        private void ask(List<Generation> open) {
            ports.expected().accept(open.size());
            List<Asked<Optional<Generated>>> asked = AtOnce.all(open.stream()
                    .map(generation -> Asked.asking(() -> generate(generation)))
                    .toList());
            for (int at = 0; at < open.size(); at++) {
                Generation generation = open.get(at);
                switch (asked.get(at)) {
                    case Asked.Answered<Optional<Generated>>(Optional<Generated> answer) -> {
                        answer.ifPresent(
                                found -> ports.count(staging.generated().stage(generation, found)));
                        answered.put(
                                generation.name(),
                                answer.filter(Generated::holdsSomething).isPresent());
                    }
                    case Asked.Refused<Optional<Generated>>(AsappException refusal) ->
                        refused.add(RefusedQuestions.entry(generation.whose(), refusal));
                    case Asked.Failed<Optional<Generated>>(AsappException failure) -> failed(generation, failure);
                }
            }
        }

        private void failed(Generation generation, AsappException failure) {
            if (failure.code() == ErrorCode.NOT_ENABLED) {
                unasked++;
                if (disabled.add(generation.call())) {
                    ports.notEnabled(NAME + '/' + generation.call().path(), String.valueOf(failure.getMessage()));
                }
            } else {
                failures.add(failure);
            }
        }

        private void note() {
            try (JsonLines.Writer lines = JsonLines.write(ports.work(), notes)) {
                answered.forEach((name, something) -> lines.write(Map.of("name", name, "something", something)));
                lines.commit();
            }
        }

        private void count() {
            long something = answered.values().stream().filter(one -> one).count();
            ports.count(Tally.of(
                    PagePorts.PHASE,
                    unit,
                    Map.of(
                            "generationsAsked",
                            (long) answered.size() + refused.size(),
                            "generated",
                            something,
                            "generatedNothing",
                            answered.size() - something,
                            "generationsRefused",
                            (long) refused.size(),
                            "generationsUnasked",
                            unasked)));
            new RefusedQuestions(ports, NAME, "generationsAsked", "generationsRefused").list(unit, refused);
        }
    }

    /// The answer; empty when AutoSummary does not know the conversation.
    private Optional<Generated> generate(Generation generation) {
        Summaries summaries = ports.client().summaries();
        try {
            return Optional.of(
                    switch (generation.call()) {
                        case FREE_TEXT_SUMMARIES -> Generated.of(summaries.freeText(generation.about(), ""));
                        case STRUCTURED_DATA -> Generated.of(summaries.structuredData(generation.about()));
                        case INTENT -> Generated.of(summaries.intent(generation.about()));
                    });
        } catch (AsappException failed) {
            if (failed.code() != ErrorCode.NOT_FOUND) {
                throw failed;
            }
            return Optional.empty();
        }
    }
}
