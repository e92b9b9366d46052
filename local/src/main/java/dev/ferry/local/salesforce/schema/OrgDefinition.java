package dev.ferry.local.salesforce.schema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What an org is made of before anybody loads data: objects with their fields, users, queues.
///
/// *Shape*: `{"name","objects":[..],"users":[..],"queues":[..]}`. `standard-objects.json` holds the platform's
/// part; `org.json` beside it the part that the migration's mapping expects, and is the file to copy for
/// another org.
public record OrgDefinition(
        String name, List<ObjectDefinition> objects, List<UserDefinition> users, List<QueueDefinition> queues) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public OrgDefinition {
        name = name == null ? "org" : name;
        objects = objects == null ? List.of() : List.copyOf(objects);
        users = users == null ? List.of() : List.copyOf(users);
        queues = queues == null ? List.of() : List.copyOf(queues);
    }

    /// The org that has everything the default mapping writes to.
    public static OrgDefinition migrationReady() {
        return standard().plus(resource("/dev/ferry/local/salesforce/org.json"));
    }

    /// The platform's objects alone, as in a fresh org.
    public static OrgDefinition standard() {
        return resource("/dev/ferry/local/salesforce/standard-objects.json");
    }

    /// The platform's objects and what a file adds to them.
    public static OrgDefinition standardWith(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return standard().plus(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the org definition " + file, e);
        }
    }

    /// This org with the other's objects merged into it by name.
    public OrgDefinition plus(OrgDefinition other) {
        Map<String, ObjectDefinition> merged = new LinkedHashMap<>();
        objects.forEach(o -> merged.put(o.name(), o));
        other.objects.forEach(o -> merged.merge(o.name(), o, OrgDefinition::merge));
        return new OrgDefinition(
                other.name, List.copyOf(merged.values()), join(users, other.users), join(queues, other.queues));
    }

    /// This org with more users.
    public OrgDefinition withUsers(List<UserDefinition> more) {
        return new OrgDefinition(name, objects, join(users, more), queues);
    }

    private static ObjectDefinition merge(ObjectDefinition a, ObjectDefinition b) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        a.fields().forEach(f -> fields.put(f.name(), f));
        b.fields().forEach(f -> fields.put(f.name(), f));
        return new ObjectDefinition(
                a.name(),
                a.label(),
                a.labelPlural(),
                a.keyPrefix(),
                a.internal(),
                a.unbulkable(),
                a.undeletable(),
                a.abstractType(),
                List.copyOf(fields.values()),
                join(a.recordTypes(), b.recordTypes()));
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }

    private static OrgDefinition resource(String path) {
        try (InputStream in = Objects.requireNonNull(OrgDefinition.class.getResourceAsStream(path), path)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the org definition " + path, e);
        }
    }

    private static OrgDefinition read(InputStream in) throws IOException {
        return MAPPER.readValue(in, OrgDefinition.class);
    }
}
