package dev.ferry.local.stepfunctions.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata: `$partition`, `$range`, `$hash`, `$random`, `$uuid`,
/// `$parse`.
///
/// *Source*: Step Functions developer guide, "JSONata functions provided by Step Functions".
final class ServiceFunctions {

    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final int LONGEST_RANGE = 1000;

    private final Chance chance;

    ServiceFunctions(Chance chance) {
        this.chance = chance;
    }

    void bindTo(Jsonata.Frame frame) {
        frame.bind("partition", new Jsonata.JFunction((input, args) -> partition(args), "<a-n:a<a>>"));
        frame.bind("range", new Jsonata.JFunction((input, args) -> range(args), "<nnn:a<n>>"));
        frame.bind("hash", new Jsonata.JFunction((input, args) -> hash(args), "<s-s:s>"));
        frame.bind("random", new Jsonata.JFunction((input, args) -> random(args), "<n?:n>"));
        frame.bind("uuid", new Jsonata.JFunction((input, args) -> chance.uuid().toString(), "<:s>"));
        frame.bind("parse", new Jsonata.JFunction((input, args) -> parse(args), "<s-:x>"));
    }

    private static @Nullable Object argument(List<?> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    private static @Nullable Object partition(List<?> args) {
        if (!(argument(args, 0) instanceof List<?> values)) {
            return null;
        }
        int size = whole(args, 1, "partition");
        if (size <= 0) {
            throw new JException("T0410", -1, 2, "partition");
        }
        var chunks = new ArrayList<List<?>>();
        for (int from = 0; from < values.size(); from += size) {
            chunks.add(new ArrayList<>(values.subList(from, Math.min(from + size, values.size()))));
        }
        return chunks;
    }

    private static Object range(List<?> args) {
        int first = whole(args, 0, "range");
        int last = whole(args, 1, "range");
        int step = whole(args, 2, "range");
        if (step == 0) {
            throw new JException("T0410", -1, 3, "range");
        }
        var values = new ArrayList<Integer>();
        for (int value = first; step > 0 ? value <= last : value >= last; value += step) {
            values.add(value);
            if (values.size() > LONGEST_RANGE) {
                throw new JException("D2014", -1, LONGEST_RANGE, null);
            }
        }
        return values;
    }

    private static int whole(List<?> args, int index, String function) {
        if (argument(args, index) instanceof Number number) {
            return (int) Math.floor(number.doubleValue());
        }
        throw new JException("T0410", -1, index + 1, function);
    }

    private static @Nullable Object hash(List<?> args) {
        if (!(argument(args, 0) instanceof String text)) {
            return null;
        }
        var algorithm = argument(args, 1) instanceof String name ? name : "SHA-256";
        if (!ALGORITHMS.contains(algorithm)) {
            throw new JException("T0410", -1, 2, "hash");
        }
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks the digest " + algorithm, e);
        }
    }

    private Object random(List<?> args) {
        return argument(args, 0) instanceof Number seed ? new Random(seed.longValue()).nextDouble() : chance.number();
    }

    private static @Nullable Object parse(List<?> args) {
        if (!(argument(args, 0) instanceof String text)) {
            return null;
        }
        try {
            return JsonataValues.toJava(Json.parse(text));
        } catch (JsonProcessingException e) {
            throw new JException(e, "D3141", -1, "The argument of $parse is not valid JSON", null);
        }
    }
}
