package dev.ferry.local.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One invented conversation and the rows it leaves in the feeds.
final class SampleConversation {
    private static final long FIRST_ISSUE = 5_000_000;
    private static final long FIRST_REP = 7001;

    private final SamplePartitions export;
    private final Random random;
    private final SamplePerson person;
    private final int number;
    private final Instant start;
    private final boolean voice;
    private Instant clock;
    private int customerMessages;
    private int repMessages;
    private int botMessages;

    SampleConversation(SamplePartitions export, Random random, SamplePerson person, int number, Instant start) {
        this.export = export;
        this.random = random;
        this.person = person;
        this.number = number;
        this.start = start;
        this.clock = start;
        this.voice = number % 10 >= 8;
    }

    long issueId() {
        return FIRST_ISSUE + number;
    }

    boolean open() {
        return number % 19 == 3;
    }

    boolean transferred() {
        return number % 9 == 2;
    }

    /// Whether it was merged into the one before it.
    boolean merged() {
        return number % 20 == 9;
    }

    void write() {
        say("customer", person.customerId(), SampleDialogue.wish(random));
        say("bot", null, "Welcome to the garden shop. I am passing you on to a colleague.");
        Instant assigned = clock;
        for (int turn = random.nextInt(6) + 2; turn > 0; turn--) {
            say("rep", rep(0), SampleDialogue.answer(random));
            say("customer", person.customerId(), SampleDialogue.reply(random));
        }
        if (number % 6 == 1) {
            say("rep_note", rep(0), "Handle with care: regular customer.");
        }
        if (number % 12 == 5) {
            say("rep_whisper", rep(1), "Offer the voucher.");
        }
        assignment(assigned, rep(0));
        if (transferred()) {
            transfer();
        }
        Instant end = clock.plusSeconds(5);
        metadata(end, false);
        if (number % 8 == 4) {
            metadata(end.plusSeconds(3600), true);
        }
        metrics(end);
        intent(end);
        if (number % 4 == 0) {
            tagsAndFeedback(end);
        }
        if (merged()) {
            merge(end);
        }
    }

    private long rep(int offset) {
        return FIRST_REP + (number + offset) % 6;
    }

    private void say(String sender, @Nullable Long senderId, String text) {
        clock = clock.plusSeconds(7 + random.nextInt(20));
        switch (sender) {
            case "customer" -> customerMessages++;
            case "rep" -> repMessages++;
            case "bot" -> botMessages++;
            default -> {
                // Notes and whispers are in no metric.
            }
        }
        SampleRow row = row().text("event_uuid", new UUID(random.nextLong(), random.nextLong()).toString())
                .time("created_ts", clock)
                .text("sender_type", sender)
                .text("utterance_type", "freehand")
                .text("utterance", text)
                .flag("sent_to_rep", sender.equals("customer"))
                .time("utterance_start_ts", voice ? clock : null)
                .time("utterance_end_ts", voice ? clock.plusSeconds(3) : null)
                .time("instance_ts", clock.truncatedTo(ChronoUnit.HOURS));
        if (senderId != null) {
            row.id("sender_id", senderId);
        }
        String line = row.line();
        export.add("utterances", clock, line);
        if (random.nextInt(30) == 0) {
            export.add("utterances", clock.plusSeconds(3600), line);
        }
    }

    private void metadata(Instant lastEvent, boolean restated) {
        boolean ended = !open();
        export.add(
                "convos_metadata",
                lastEvent,
                row().time("issue_created_ts", start)
                        .time("first_utterance_ts", start.plusSeconds(7))
                        .time("last_event_ts", lastEvent)
                        .time("conversation_end_ts", ended ? clock.plusSeconds(5) : null)
                        .id("customer_id", person.number() % 2 == 0 ? person.customerId() : person.otherCustomerId())
                        .text("external_user_id", person.externalUserId())
                        .text("platform", voice ? "voice" : "web")
                        .text("device_type", voice ? "unknown" : "desktop")
                        .text("company_subdivision", "north")
                        .text("company_segments", "[retail,garden]")
                        .text("first_rep_id", Long.toString(rep(0)))
                        .text("last_rep_id", Long.toString(rep(transferred() ? 1 : 0)))
                        .text("disposition_event_type", ended ? "resolved" : null)
                        .text("disposition_notes", restated ? "Corrected: all settled." : "All settled.")
                        .flag("ended_resolved", ended)
                        .text("issue_queue_id", "301")
                        .text("issue_queue_name", "garden-general")
                        .text("desk_mode_string", voice ? "VOICE" : null)
                        .time("merged_ts", merged() ? clock : null)
                        .line());
    }

    private void assignment(Instant from, long rep) {
        export.add(
                "rep_convos",
                clock,
                row().text("rep_id", Long.toString(rep))
                        .id("queue_id", 301)
                        .time("issue_assigned_ts", from)
                        .time("dispositioned_ts", open() ? null : clock)
                        .text("disposition_event_type", "rep")
                        .text("client_mode", voice ? "VOICE" : "CHAT")
                        .number("handle_time_seconds", clock.getEpochSecond() - from.getEpochSecond())
                        .flag("is_ghost_customer", false)
                        .time("instance_ts", clock.truncatedTo(ChronoUnit.HOURS))
                        .line());
        export.add(
                "rep_assignment_disposition",
                clock,
                row().text("rep_id", Long.toString(rep))
                        .time("rep_assigned_ts", from)
                        .text("disposition_notes_txt", number % 3 == 0 ? "Customer was friendly." : null)
                        .text("auto_summary_txt", number % 2 == 0 ? "The customer asked about an order." : null)
                        .time("crm_offered_ts", clock)
                        .line());
    }

    private void transfer() {
        Instant request = clock;
        export.add(
                "transfers",
                clock,
                row().text("rep_id", Long.toString(rep(0)))
                        .time("timestamp_req", request)
                        .time("timestamp_reply", request.plusSeconds(9))
                        .id("actual_rep_transfer", rep(1))
                        .flag("accepted", true)
                        .time("instance_ts", clock.truncatedTo(ChronoUnit.HOURS))
                        .line());
        Instant taken = request.plusSeconds(9);
        say("rep", rep(1), "Hello, I am taking over from my colleague.");
        assignment(taken, rep(1));
    }

    private void metrics(Instant at) {
        export.add(
                "convos_metrics",
                at,
                row().number("customer_sent_msgs", customerMessages)
                        .number("rep_sent_msgs", repMessages)
                        .number("auto_generated_msgs", botMessages)
                        .number("total_handle_time", clock.getEpochSecond() - start.getEpochSecond())
                        .line());
    }

    private void intent(Instant at) {
        String code = number % 3 == 0 ? "RETURNS" : "ORDER_STATUS";
        export.add(
                "convos_intents",
                at,
                row().text("first_intent_code", "ORDER_STATUS")
                        .text("final_intent_code", code)
                        .text("intent_path", "ORDER_STATUS," + code)
                        .line());
    }

    private void tagsAndFeedback(Instant at) {
        export.add(
                "convos_summary_tags",
                at,
                row().text("rep_id", Long.toString(rep(0)))
                        .text("summary_tag_presented", "(order)-(late)")
                        .flag("summary_tag_selected_bool", number % 8 == 0)
                        .time("instance_ts", at.truncatedTo(ChronoUnit.HOURS))
                        .line());
        export.add(
                "customer_feedback",
                at.truncatedTo(ChronoUnit.DAYS),
                row().text("last_rep_id", Long.toString(rep(0)))
                        .text("question", "Did we help you?")
                        .text("question_category", "rating")
                        .text("question_type", "radio")
                        .text("answer", "yes")
                        .id("ordering", 0)
                        .text("feedback_form_type", "ASAPP_CSAT")
                        .time("instance_ts", at.truncatedTo(ChronoUnit.HOURS))
                        .line());
    }

    private void merge(Instant at) {
        export.add(
                "issue_session_merge",
                at,
                row().text("session_id", "session-" + number)
                        .id("first_issue_id", issueId() - 1)
                        .id("last_issue_id", issueId())
                        .time("instance_ts", at.truncatedTo(ChronoUnit.HOURS))
                        .line());
    }

    private SampleRow row() {
        return new SampleRow(random).id("issue_id", issueId()).text("company_name", SampleExport.COMPANY);
    }
}
