package dev.ferry.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.json.MemberOrder.Member;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the JSON objects of a stream one after the other, and of each what is selected. What it reads has the types
/// that Jackson gives to untyped JSON; an object of which only some members are selected answers for these alone.
///
/// *Errors*: `IOException` for what is no JSON object.
///
/// *Threading*: for one thread.
public final class SelectiveReader implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final @Nullable MemberOrder order;

    public SelectiveReader(InputStream in, Selection selection) throws IOException {
        parser = JSON.createParser(in);
        order = MemberOrder.of(Shape.of(selection));
    }

    /// The next object; null after the last.
    public @Nullable Map<String, Object> next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "a line is no object");
        }
        return order == null ? whole() : selected(order);
    }

    private @Nullable Object value(@Nullable MemberOrder of) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> of == null ? whole() : selected(of);
            case START_ARRAY -> list(of);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(parser, "a value is missing");
        };
    }

    private Map<String, Object> whole() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        String name = parser.nextFieldName();
        while (name != null) {
            parser.nextToken();
            members.put(name, value(null));
            name = parser.nextFieldName();
        }
        return members;
    }

    private SelectedObject selected(MemberOrder of) throws IOException {
        SelectedObject selected = new SelectedObject(of.shape());
        for (Member member = next(of, of.start()); member != null; member = next(of, member)) {
            selected.noteMember();
            parser.nextToken();
            if (member.place() < 0) {
                parser.skipChildren();
            } else {
                selected.set(member.place(), value(member.order()));
            }
        }
        return selected;
    }

    // The member after another one; null after the last.
    private @Nullable Member next(MemberOrder of, Member before) throws IOException {
        Member expected = before.next();
        if (expected == null) {
            String name = parser.nextFieldName();
            return name == null ? null : of.after(before, name);
        }
        if (parser.nextFieldName(expected.name())) {
            return expected;
        }
        return parser.currentToken() == JsonToken.FIELD_NAME ? of.after(before, parser.currentName()) : null;
    }

    private List<Object> list(@Nullable MemberOrder of) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(of));
        }
        return items;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
