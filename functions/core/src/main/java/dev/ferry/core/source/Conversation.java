package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One conversation with everything that hangs on it: the canonical record that a Case is made of.
///
/// *Shape*: the unwrapped parts are written flat, so `identity.issueId` is `issueId` in JSON.
///
/// @param organizationId the account its customer belongs to, shard included
/// @param subject the final intent's name, else the first 80 characters of the first utterance
/// @param channels the ways by which it is visible
/// @param csat the rating as the source gave it; its scale depends on the subsidiary
/// @param fragments how many fragments it was folded from
public record Conversation(
        @JsonUnwrapped ConversationIdentity identity,
        @JsonUnwrapped ConversationState state,
        @JsonUnwrapped ConversationTimes times,
        @JsonUnwrapped ConversationContext context,
        CustomerRef customer,
        @Nullable CanonicalId organizationId,
        @JsonUnwrapped ConversationAgents agents,
        @Nullable QueueRef queue,
        @Nullable ConversationIntent intent,
        @Nullable String subject,
        @JsonUnwrapped ConversationOutcome outcome,
        @JsonUnwrapped ConversationSegments segments,
        @Nullable Summary summary,
        List<String> summaryTags,
        SortedMap<String, String> customerParams,
        SortedMap<String, Double> metrics,
        List<FeedbackAnswer> feedback,
        List<StructuredDataValue> structuredData,
        List<Message> messages,
        List<Call> calls,
        List<Assignment> assignments,
        List<Transfer> transfers,
        List<QueueVisit> queueHistory,
        List<Note> notes,
        List<Attachment> attachments,
        @Nullable Incompleteness incomplete,
        Superseded superseded,
        List<SourceChannel> channels,
        List<String> sources,
        int fragments) {
    public Conversation {
        summaryTags = List.copyOf(summaryTags);
        customerParams = Collections.unmodifiableSortedMap(new TreeMap<>(customerParams));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        feedback = List.copyOf(feedback);
        structuredData = List.copyOf(structuredData);
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
        assignments = List.copyOf(assignments);
        transfers = List.copyOf(transfers);
        queueHistory = List.copyOf(queueHistory);
        notes = List.copyOf(notes);
        attachments = List.copyOf(attachments);
        channels = List.copyOf(channels);
        sources = List.copyOf(sources);
    }
}
