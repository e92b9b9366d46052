package dev.ferry.asapp.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.FragmentStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one bucket contributes to entities of other kinds: fragments too, one a contributing bucket, so that a
/// repeat replaces what it wrote before and nothing is counted twice.
final class Contributions {
    /// The feed name of fragments that conversations give to customers and agents.
    static final String CONVERSATIONS = "~conversations";

    /// The feed name of fragments that customers give to organisations.
    static final String CUSTOMERS = "~customers";

    /// The entity id that holds every bucket's table of agents' work.
    static final String WORKLOAD = "~workload";

    /// The entity id that holds every bucket's table of observed values.
    static final String OBSERVED = "~observed";

    private static final int FRAGMENTS_PER_PUT = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FragmentStore fragments;
    private final String partition;

    Contributions(FragmentStore fragments, Bucket from) {
        this.fragments = fragments;
        this.partition = "bucket=" + from.label();
    }

    void putCustomers(Map<CanonicalId, CustomerContribution> customers) {
        put(EntityKind.CUSTOMER, CONVERSATIONS, customers);
    }

    void putOrganizations(Map<CanonicalId, AccountContribution> organizations) {
        put(EntityKind.ORGANIZATION, CUSTOMERS, organizations);
    }

    void putWorkload(Map<CanonicalId, AgentContribution> agents) {
        Map<String, AgentContribution> byId = new TreeMap<>();
        agents.forEach((agent, share) -> byId.put(agent.value(), share));
        fragments.putAll(List.of(fragment(EntityKind.AGENT, WORKLOAD, CONVERSATIONS, byId)));
    }

    void putObserved(Map<CanonicalId, FieldObservation> fields) {
        List<Fragment> observed = new ArrayList<>();
        for (Map.Entry<CanonicalId, FieldObservation> field : new TreeMap<>(fields).entrySet()) {
            observed.add(fragment(
                    EntityKind.CONFIGURATION,
                    OBSERVED,
                    CONVERSATIONS,
                    Map.of(field.getKey().value(), field.getValue()),
                    field.getKey().value()));
        }
        for (int from = 0; from < observed.size(); from += FRAGMENTS_PER_PUT) {
            fragments.putAll(observed.subList(from, Math.min(observed.size(), from + FRAGMENTS_PER_PUT)));
        }
    }

    /// The observed values in a fragment.
    static Map<String, FieldObservation> observed(RowReader reader, Fragment fragment) {
        return read(
                reader,
                fragment,
                MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, FieldObservation.class));
    }

    /// The contribution in a fragment.
    static <T> T read(RowReader reader, Fragment fragment, Class<T> type) {
        return read(reader, fragment, MAPPER.constructType(type));
    }

    /// The agents' work in a fragment.
    static Map<String, AgentContribution> workload(RowReader reader, Fragment fragment) {
        return read(
                reader,
                fragment,
                MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, AgentContribution.class));
    }

    private static <T> T read(RowReader reader, Fragment fragment, JavaType type) {
        try {
            return MAPPER.readValue(reader.bytes(fragment.rows().getFirst()), type);
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.INTERNAL,
                    "the contribution of %s to %s cannot be read"
                            .formatted(
                                    fragment.key().partition(), fragment.key().entityId()),
                    e);
        }
    }

    private void put(EntityKind kind, String feed, Map<CanonicalId, ?> contributions) {
        List<Fragment> batch = new ArrayList<>();
        contributions.forEach((entity, contribution) -> {
            batch.add(fragment(kind, entity.value(), feed, contribution));
            if (batch.size() == FRAGMENTS_PER_PUT) {
                fragments.putAll(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            fragments.putAll(batch);
        }
    }

    private Fragment fragment(EntityKind kind, String entity, String feed, Object contribution) {
        return fragment(kind, entity, feed, contribution, "assembly");
    }

    private Fragment fragment(EntityKind kind, String entity, String feed, Object contribution, String file) {
        try {
            FragmentRow row =
                    new FragmentRow(0, 1, new FragmentRow.Payload.Inline(MAPPER.writeValueAsBytes(contribution)));
            return new Fragment(new FragmentKey(kind, entity, feed, partition, file, 0), List.of(row));
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "cannot write the contribution to " + entity, e);
        }
    }
}
