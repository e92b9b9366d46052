package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/// Says what is wrong with a line that is not JSON, without saying what the line holds.
final class JsonFault {
    private JsonFault() {}

    /// A few words. The parser's own message is not passed on: it quotes the text.
    static String describe(IOException fault, LineReader line) {
        if (fault instanceof StreamConstraintsException) {
            return "nested too deeply, or a name or number too long";
        }
        if (line.length() > 0 && "{[\"-0123456789tfn \t".indexOf(line.buffer()[line.start()]) < 0) {
            return "plain text";
        }
        if (fault instanceof JsonEOFException) {
            return "truncated object";
        }
        String message = String.valueOf(fault.getMessage());
        if (message.contains("NaN") || message.contains("INF")) {
            return "NaN is not JSON";
        }
        if (message.contains("(code 39)")) {
            return "single quotes";
        }
        if (message.contains("(code 125)")) {
            return "trailing comma";
        }
        if (message.contains("Illegal unquoted character")) {
            return "unescaped control character";
        }
        return "malformed JSON";
    }
}
