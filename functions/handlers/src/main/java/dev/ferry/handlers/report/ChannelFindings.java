package dev.ferry.handlers.report;

import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.identity.ResolveIdentities;
import dev.ferry.core.report.Finding;
import dev.ferry.core.report.Finding.Severity;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.run.RunPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the channels beside the batch export gave, counted: calls of the API, bridges between the source's two
/// worlds, attachments.
final class ChannelFindings {

    private final RunPorts run;
    private final List<Finding> findings = new ArrayList<>();

    ChannelFindings(RunPorts run) {
        this.run = run;
    }

    List<Finding> all() {
        SortedMap<String, Long> read = terms(PagePorts.PHASE);
        SortedMap<String, Long> identity = terms(ResolveIdentities.PHASE);
        SortedMap<String, Long> extracted = terms(FragmentFile.PHASE);
        SortedMap<String, Long> assembled = terms(AssembleBucket.PHASE);
        api(read);
        bridges(identity);
        attachments(extracted, assembled);
        return List.copyOf(findings);
    }

    private void api(SortedMap<String, Long> read) {
        add(
                "API_REQUESTS",
                "Requests to the source's API",
                "They count against the tenant's day at ASAPP. Downloads of files are not among them.",
                read.getOrDefault("requests", 0L));
        add(
                "API_SAVED",
                "Conversations that the API need not be asked for",
                "Feeds have all their text, so each saved a request.",
                read.getOrDefault("saved", 0L));
        add(
                "GENERATED_AT_SOURCE",
                "Answers that ASAPP generated for this migration",
                "source.api.generating asks for them, for conversations of which no feed has such an answer.",
                read.getOrDefault("generated", 0L));
        add(
                "GENERATIONS_SAVED",
                "Answers that ASAPP need not generate",
                "Feeds have them, or an earlier run had them generated, so each saved a request.",
                read.getOrDefault("generationsSaved", 0L) + read.getOrDefault("generatedBefore", 0L));
        add(
                "GONE_AT_SOURCE",
                "Dates that the source deleted while it was read",
                "They were listed and could not be read any more. What earlier runs have copied of them was kept.",
                read.getOrDefault("gone", 0L));
    }

    private void bridges(SortedMap<String, Long> identity) {
        add(
                "BRIDGED",
                "Conversations of AI Services that are one with an issue",
                "The source names the one in the other, so both are one record with the messages of both.",
                identity.getOrDefault("bridgedConversations", 0L));
        add(
                "UNBRIDGED",
                "Conversations of AI Services that stand on their own",
                "Nothing in the source says that an issue is the same conversation, and Ferry does not guess.",
                identity.getOrDefault("unbridgedConversations", 0L));
        add(
                "AMBIGUOUS_BRIDGE",
                "Bridges that lead to several issues",
                "They were left out, so these conversations stand on their own.",
                identity.getOrDefault("ambiguousBridges", 0L));
    }

    private void attachments(SortedMap<String, Long> extracted, SortedMap<String, Long> assembled) {
        add(
                "ATTACHMENTS_STORED",
                "Attachments whose bytes were fetched",
                "They are kept under the hash of their bytes.",
                extracted.getOrDefault("attachmentsStored", 0L));
        add(
                "ATTACHMENTS_METADATA_ONLY",
                "Attachments that are known by name only",
                "The source has no bytes of them: name, size and type are in the record of the conversation.",
                assembled.getOrDefault("attachments", 0L) - assembled.getOrDefault("attachmentsWithBytes", 0L));
    }

    private void add(String code, String title, String explanation, long count) {
        if (count > 0) {
            findings.add(new Finding(Severity.INFO, code, title, explanation, "", count, null));
        }
    }

    private SortedMap<String, Long> terms(String phase) {
        SortedMap<String, Long> terms = new TreeMap<>();
        try (Stream<Tally> units = run.tallies().of(run.run().runId(), phase)) {
            units.forEach(unit -> unit.counts().forEach((term, count) -> terms.merge(term, count, Long::sum)));
        }
        return terms;
    }
}
