package dev.ferry.core.mapping.convert;

import dev.ferry.core.json.Selection;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an expression yielded for the values that it can read: many tell a few states apart, which come again in
/// record after record, and interpreting costs many times a look. Only short scalars are kept, as values and as
/// results, and no times, which hardly come twice. The first thousand stay: an expression over names or ids, of which
/// each is another, is interpreted as if there were no memory.
///
/// *Threading*: for use by many threads.
final class ExpressionMemory {
    private static final int MOST_RESULTS = 1_000;
    private static final int LONGEST_TEXT = 100;
    private static final String TIME = "2026-10-18T08:16:20.648Z";
    private static final int DATE_END = TIME.indexOf('T');
    private static final Object ABSENT = new Object();

    private final List<String> ofItem;
    private final List<String> ofRecord;
    private final ConcurrentMap<List<Object>, Object> results = new ConcurrentHashMap<>();

    private ExpressionMemory(Collection<String> ofItem, Collection<String> ofRecord) {
        this.ofItem = List.copyOf(ofItem);
        this.ofRecord = List.copyOf(ofRecord);
    }

    /// The memory of an expression; null when it cannot be said which members it reads.
    static @Nullable ExpressionMemory of(PhaseReads reads) {
        return reads.item() instanceof Selection.Members(var ofItem)
                        && reads.record() instanceof Selection.Members(var ofRecord)
                ? new ExpressionMemory(ofItem.keySet(), ofRecord.keySet())
                : null;
    }

    /// What the expression yields over an item, evaluated unless it was before.
    @Nullable
    Object result(ItemScope scope, Supplier<@Nullable Object> evaluation) {
        Object[] values = new Object[ofItem.size() + ofRecord.size() + 1];
        values[0] = scope.batch();
        if (!read(ofItem, scope.item(), values, 1) || !read(ofRecord, scope.record(), values, 1 + ofItem.size())) {
            return evaluation.get();
        }
        List<Object> key = Arrays.asList(values);
        Object known = results.get(key);
        if (known != null) {
            return known == ABSENT ? null : known;
        }
        Object result = evaluation.get();
        if (comesAgain(result) && results.size() < MOST_RESULTS) {
            results.put(key, result == null ? ABSENT : result);
        }
        return result;
    }

    // Reads members; whether all may come again. One that is null is not the same as one that is not there.
    private static boolean read(List<String> names, Map<?, ?> from, Object[] values, int at) {
        for (int i = 0; i < names.size(); i++) {
            Object value = from.get(names.get(i));
            if (!comesAgain(value) || (value == null && from.containsKey(names.get(i)))) {
                return false;
            }
            values[at + i] = value == null ? ABSENT : value;
        }
        return true;
    }

    private static boolean comesAgain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.length() <= LONGEST_TEXT && !isTime(text);
            case Boolean _, Integer _, Long _, Double _ -> true;
            default -> false;
        };
    }

    private static boolean isTime(String text) {
        return text.length() == TIME.length() && text.charAt(DATE_END) == 'T' && text.endsWith("Z");
    }
}
