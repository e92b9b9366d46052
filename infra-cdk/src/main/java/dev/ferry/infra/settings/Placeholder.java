package dev.ferry.infra.settings;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How parts are called in placeholders: `open-gate` is `OpenGate`, with `Arn`, `Bucket`, `Table` or `QueueUrl`
/// behind it.
public final class Placeholder {
    private Placeholder() {}

    /// A name with each of its words capitalised.
    public static String word(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
