package dev.ferry.handlers.events;

import java.util.Arrays;

/// A pushed event as one line with its line feed.
///
/// Line breaks of the body become spaces, which in JSON are the same; a body that is no JSON stays none.
record EventLine(byte[] bytes) {

    static EventLine of(byte[] body) {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        for (int i = 0; i < body.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        line[body.length] = '\n';
        return new EventLine(line);
    }
}
