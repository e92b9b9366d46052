package dev.ferry.core.mapping.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of a YAML document that knows its line.
public sealed interface YamlNode {

    /// The line that it starts on, from 1.
    int line();

    /// Its value as plain maps, lists, texts, numbers and booleans.
    @Nullable
    Object plain();

    /// A text, number, boolean or null.
    record Scalar(@Nullable Object plain, int line) implements YamlNode {}

    /// A list.
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            List<@Nullable Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(item.plain()));
            return Collections.unmodifiableList(list);
        }
    }

    /// A mapping; `keyLines` has the line of each key.
    record Mapping(Map<String, YamlNode> entries, Map<String, Integer> keyLines, int line) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keyLines = Map.copyOf(keyLines);
        }

        @Override
        public Object plain() {
            Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(entries.size());
            entries.forEach((key, value) -> map.put(key, value.plain()));
            return Collections.unmodifiableMap(map);
        }

        /// The line of a key, or the mapping's own when it has no such key.
        public int lineOf(String key) {
            return keyLines.getOrDefault(key, line);
        }

        /// The mapping under a key; empty when there is none.
        public Mapping mapping(String key) {
            return entries.get(key) instanceof Mapping mapping ? mapping : new Mapping(Map.of(), Map.of(), lineOf(key));
        }

        /// The items of the list under a key; empty when there is none.
        public List<YamlNode> items(String key) {
            return entries.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
        }

        /// The value under a key as plain Java; null when absent.
        public @Nullable Object value(String key) {
            YamlNode node = entries.get(key);
            return node == null ? null : node.plain();
        }

        /// The scalar under a key as text; empty when absent.
        public String text(String key) {
            Object value = value(key);
            return value == null ? "" : String.valueOf(value);
        }

        /// Whether the key is there.
        public boolean has(String key) {
            return entries.containsKey(key);
        }
    }

    /// The line of what a JSON pointer points at, or of the nearest parent that exists.
    static int lineAt(YamlNode root, List<String> pointer) {
        YamlNode node = root;
        int line = root.line();
        for (String token : pointer) {
            YamlNode next = switch (node) {
                case Mapping mapping -> mapping.entries().get(token);
                case Sequence sequence -> item(sequence, token);
                case Scalar scalar -> null;
            };
            if (next == null) {
                return line;
            }
            line = node instanceof Mapping mapping ? mapping.lineOf(token) : next.line();
            node = next;
        }
        return line;
    }

    private static @Nullable YamlNode item(Sequence sequence, String token) {
        boolean index = !token.isEmpty() && token.length() < 7 && token.chars().allMatch(Character::isDigit);
        int at = index ? Integer.parseInt(token) : -1;
        return at >= 0 && at < sequence.items().size() ? sequence.items().get(at) : null;
    }
}
