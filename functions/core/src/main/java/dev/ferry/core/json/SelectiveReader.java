package dev.ferry.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
    private final @Nullable Shape shape;

    public SelectiveReader(InputStream in, Selection selection) throws IOException {
        parser = JSON.createParser(in);
        shape = Shape.of(selection);
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
        return shape == null ? whole() : selected(shape);
    }

    private @Nullable Object value(@Nullable Shape of) throws IOException {
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

    private SelectedObject selected(Shape of) throws IOException {
        SelectedObject selected = new SelectedObject(of);
        String name = parser.nextFieldName();
        while (name != null) {
            selected.noteMember();
            parser.nextToken();
            int place = of.place(name);
            if (place < 0) {
                parser.skipChildren();
            } else {
                selected.set(place, value(of.at(place)));
            }
            name = parser.nextFieldName();
        }
        return selected;
    }

    private List<Object> list(@Nullable Shape of) throws IOException {
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
