package dev.ferry.core.source;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The names of members as bytes, each made once, since every record repeats them. Only for names that stand in the
/// code, never for such as come with the data. *Threading*: safe.
final class MemberNames {
    private final ConcurrentMap<String, SerializableString> made = new ConcurrentHashMap<>();

    SerializableString of(String name) {
        SerializableString known = made.get(name);
        return known == null ? made.computeIfAbsent(name, SerializedString::new) : known;
    }
}
