package dev.ferry.local.sample;

import java.util.List;
import java.util.Random;

/// Invented talk between a customer, a bot and an agent of a shop for garden tools.
final class SampleDialogue {
    private static final List<String> WISHES = List.of(
            "The hedge trimmer from my last order does not start.",
            "Can I still change the address of my parcel?",
            "My invoice shows the watering can twice.",
            "I would like to send the spade back, the handle is loose.",
            "Wo bleibt meine Lieferung? Ich warte seit Montag \uD83C\uDF31",
            "Do you have the large rake in green as well?");
    private static final List<String> ANSWERS = List.of(
            "Thank you, I am looking at your order now.",
            "I can see it here. One moment, please.",
            "That is done, you will get a message within the hour.",
            "I have put a replacement on the way to you.",
            "Could you tell me the number printed below the barcode?");
    private static final List<String> REPLIES = List.of(
            "Great, thanks!",
            "It says \"G-117\", if I read it right.",
            "Yes, please do.",
            "And how long will that take?");

    private SampleDialogue() {}

    static String wish(Random random) {
        return WISHES.get(random.nextInt(WISHES.size()));
    }

    static String answer(Random random) {
        return ANSWERS.get(random.nextInt(ANSWERS.size()));
    }

    static String reply(Random random) {
        return REPLIES.get(random.nextInt(REPLIES.size()));
    }
}
