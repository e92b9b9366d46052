package dev.ferry.handlers.dynamodb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a table with string keys `pk` and `sk`, and its other attributes by name.
record Item(ItemKey key, Map<String, AttributeValue> attributes) {
    Item {
        attributes = Map.copyOf(attributes);
    }

    /// An item as DynamoDB gives it.
    static Item of(Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> rest = new HashMap<>(stored);
        AttributeValue pk = rest.remove(ItemKey.PARTITION);
        AttributeValue sk = rest.remove(ItemKey.SORT);
        if (pk == null || sk == null) {
            throw new IllegalArgumentException("an item has the attributes pk and sk");
        }
        return new Item(new ItemKey(pk.s(), sk.s()), rest);
    }

    /// The item with one number more.
    Item with(String name, long value) {
        Map<String, AttributeValue> more = new HashMap<>(attributes);
        more.put(name, AttributeValue.fromN(Long.toString(value)));
        return new Item(key, more);
    }

    /// Starts an item.
    static Builder at(ItemKey key) {
        return new Builder(key);
    }

    /// The item as DynamoDB takes it.
    Map<String, AttributeValue> stored() {
        Map<String, AttributeValue> all = new HashMap<>(attributes);
        all.putAll(key.stored());
        return Map.copyOf(all);
    }

    /// A text attribute; empty when absent.
    String text(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? "" : value.s();
    }

    /// A number attribute; 0 when absent.
    long number(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    /// A binary attribute; empty when absent.
    byte[] bytes(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? new byte[0] : value.b().asByteArrayUnsafe();
    }

    /// A map attribute; empty when absent.
    Map<String, AttributeValue> map(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? Map.of() : value.m();
    }

    /// Collects attributes; absent and empty texts are left out.
    static final class Builder {
        private final ItemKey key;
        private final Map<String, AttributeValue> attributes = new HashMap<>();

        private Builder(ItemKey key) {
            this.key = key;
        }

        Builder text(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                attributes.put(name, AttributeValue.fromS(value));
            }
            return this;
        }

        Builder number(String name, long value) {
            attributes.put(name, AttributeValue.fromN(Long.toString(value)));
            return this;
        }

        Builder bytes(String name, byte[] value) {
            attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
            return this;
        }

        Builder map(String name, Map<String, AttributeValue> value) {
            attributes.put(name, AttributeValue.fromM(value));
            return this;
        }

        Item build() {
            return new Item(key, attributes);
        }
    }
}
