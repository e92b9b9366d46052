package dev.ferry.core.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/// Writes conversations without reflection, but for what few of them have. The same bytes as by reflection.
final class ConversationSerializer extends JsonSerializer<Conversation> {
    private final MemberNames names = new MemberNames();

    @Override
    public void serialize(Conversation conversation, JsonGenerator json, SerializerProvider serializers)
            throws IOException {
        MemberWriter out = new MemberWriter(json, serializers, names);
        json.writeStartObject();
        identity(out, conversation.identity());
        state(out, conversation.state());
        times(out, conversation.times());
        context(out, conversation.context());
        out.object("customer", conversation.customer(), ConversationSerializer::customer);
        out.id("organizationId", conversation.organizationId());
        agents(out, conversation.agents());
        out.object("queue", conversation.queue(), ConversationSerializer::queue);
        out.object("intent", conversation.intent(), ConversationSerializer::intent);
        out.text("subject", conversation.subject());
        outcome(out, conversation.outcome());
        segments(out, conversation.segments());
        out.other("summary", conversation.summary());
        out.texts("summaryTags", conversation.summaryTags());
        out.texts("customerParams", conversation.customerParams());
        out.numbers("metrics", conversation.metrics());
        out.objects("feedback", conversation.feedback(), ConversationSerializer::feedback);
        out.other("structuredData", conversation.structuredData());
        out.objects("messages", conversation.messages(), MessageSerializer::members);
        out.objects("calls", conversation.calls(), ConversationSerializer::call);
        out.objects("assignments", conversation.assignments(), ConversationSerializer::assignment);
        out.objects("transfers", conversation.transfers(), ConversationSerializer::transfer);
        out.objects("queueHistory", conversation.queueHistory(), ConversationSerializer::visit);
        out.objects("notes", conversation.notes(), ConversationSerializer::note);
        out.other("attachments", conversation.attachments());
        out.other("incomplete", conversation.incomplete());
        out.object("superseded", conversation.superseded(), ConversationSerializer::superseded);
        out.constants("channels", conversation.channels());
        out.texts("sources", conversation.sources());
        out.count("fragments", conversation.fragments());
        json.writeEndObject();
    }

    private static void identity(MemberWriter out, ConversationIdentity identity) throws IOException {
        out.id("id", identity.id());
        out.text("company", identity.company());
        out.text("issueId", identity.issueId());
        out.text("conversationId", identity.conversationId());
        out.text("externalId", identity.externalId());
        out.texts("aliasIssueIds", identity.aliasIssueIds());
    }

    private static void state(MemberWriter out, ConversationState state) throws IOException {
        out.constant("kind", state.kind());
        out.constant("status", state.status());
        out.constant("statusBasis", state.statusBasis());
        out.flag("provisional", state.provisional());
        out.constant("batchStatus", state.batchStatus());
    }

    private static void times(MemberWriter out, ConversationTimes times) throws IOException {
        out.time("createdAt", times.createdAt());
        out.time("firstMessageAt", times.firstMessageAt());
        out.time("assignedAt", times.assignedAt());
        out.time("endedAt", times.endedAt());
        out.time("lastEventAt", times.lastEventAt());
    }

    private static void context(MemberWriter out, ConversationContext context) throws IOException {
        out.text("platform", context.platform());
        out.text("deviceType", context.deviceType());
        out.text("languageCode", context.languageCode());
        out.text("subdivision", context.subdivision());
        out.texts("companySegments", context.companySegments());
    }

    private static void customer(MemberWriter out, CustomerRef customer) throws IOException {
        out.id("id", customer.id());
        out.text("customerId", customer.customerId());
        out.text("externalUserId", customer.externalUserId());
        out.flag("anonymous", customer.anonymous());
    }

    private static void agents(MemberWriter out, ConversationAgents agents) throws IOException {
        out.id("firstAgentId", agents.firstAgentId());
        out.id("lastAgentId", agents.lastAgentId());
        out.ids("agentIds", agents.agentIds());
    }

    private static void queue(MemberWriter out, QueueRef queue) throws IOException {
        out.text("id", queue.id());
        out.text("name", queue.name());
    }

    private static void intent(MemberWriter out, ConversationIntent intent) throws IOException {
        out.text("first", intent.firstCode());
        out.text("final", intent.finalCode());
        out.text("finalName", intent.finalName());
        out.texts("path", intent.path());
    }

    private static void outcome(MemberWriter out, ConversationOutcome outcome) throws IOException {
        out.number("csatRaw", outcome.csatRaw());
        out.text("csatScale", outcome.csatScale());
        out.text("sentiment", outcome.sentiment());
        out.text("dispositionType", outcome.dispositionType());
        out.text("dispositionNotes", outcome.dispositionNotes());
        out.text("terminationType", outcome.terminationType());
        out.text("subsidiary", outcome.subsidiary());
    }

    private static void segments(MemberWriter out, ConversationSegments segments) throws IOException {
        out.texts("segments", segments.segments());
        out.constant("segmentBasis", segments.segmentBasis());
        out.other("segmentContext", segments.segmentContext());
    }

    private static void feedback(MemberWriter out, FeedbackAnswer answer) throws IOException {
        out.text("formType", answer.formType());
        out.text("feedbackType", answer.feedbackType());
        out.text("question", answer.question());
        out.text("category", answer.category());
        out.text("type", answer.type());
        out.text("answer", answer.answer());
        out.count("ordering", answer.ordering());
        out.id("agentId", answer.agentId());
        out.time("at", answer.at());
    }

    private static void assignment(MemberWriter out, Assignment assignment) throws IOException {
        out.id("agentId", assignment.agentId());
        out.text("queueId", assignment.queueId());
        out.time("assignedAt", assignment.assignedAt());
        out.time("firstResponseAt", assignment.firstResponseAt());
        out.time("endedAt", assignment.endedAt());
        out.number("handleSeconds", assignment.handleSeconds());
        out.text("dispositionType", assignment.dispositionType());
        out.flag("ghost", assignment.ghost());
        out.text("mode", assignment.mode());
    }

    private static void transfer(MemberWriter out, Transfer transfer) throws IOException {
        out.id("fromAgentId", transfer.fromAgentId());
        out.id("toAgentId", transfer.toAgentId());
        out.text("toQueueId", transfer.toQueueId());
        out.time("requestedAt", transfer.requestedAt());
        out.time("acceptedAt", transfer.acceptedAt());
        out.flag("accepted", transfer.accepted());
    }

    private static void visit(MemberWriter out, QueueVisit visit) throws IOException {
        out.text("queueId", visit.queueId());
        out.text("queueName", visit.queueName());
        out.time("enteredAt", visit.enteredAt());
        out.time("exitedAt", visit.exitedAt());
        out.number("waitSeconds", visit.waitSeconds());
        out.flag("abandoned", visit.abandoned());
    }

    private static void call(MemberWriter out, Call call) throws IOException {
        out.id("id", call.id());
        out.id("agentId", call.agentId());
        out.time("startedAt", call.startedAt());
        out.time("endedAt", call.endedAt());
        out.number("handleSeconds", call.handleSeconds());
        out.number("holdSeconds", call.holdSeconds());
        out.count("holdCount", call.holdCount());
        out.text("deskMode", call.deskMode());
        out.text("voiceIntentCode", call.voiceIntentCode());
        out.text("dispositionType", call.dispositionType());
        out.text("queueId", call.queueId());
    }

    private static void note(MemberWriter out, Note note) throws IOException {
        out.id("id", note.id());
        out.constant("type", note.type());
        out.text("text", note.text());
        out.time("at", note.at());
        out.id("agentId", note.agentId());
        out.id("messageId", note.messageId());
        out.text("summaryId", note.summaryId());
        out.flag("current", note.current());
    }

    private static void superseded(MemberWriter out, Superseded superseded) throws IOException {
        out.count("rows", superseded.rows());
        out.count("fields", superseded.fields());
    }
}
