package dev.ferry.local.asapp.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The hours of a day that have no data, between the first and the last that have.
public final class EmptyHours {
    private static final Pattern HOUR = Pattern.compile("hr=\\d{2}/mi=00");

    private EmptyHours() {}

    /// The partitions of one day with those that are missing between them, in order.
    public static List<Partition> filled(List<Partition> partitions) {
        Map<String, Partition> byInterval =
                new TreeMap<>(partitions.stream().collect(Collectors.toMap(Partition::interval, Function.identity())));
        List<Partition> hours = partitions.stream()
                .filter(partition -> HOUR.matcher(partition.interval()).matches())
                .sorted()
                .toList();
        if (hours.size() > 1) {
            Partition first = hours.getFirst();
            for (int hour = first.start().getHour();
                    hour < hours.getLast().start().getHour();
                    hour++) {
                String interval = "hr=%02d/mi=00".formatted(hour);
                byInterval.putIfAbsent(
                        interval,
                        new Partition(
                                first.feed(),
                                first.date(),
                                interval,
                                first.directory().resolve("../../" + interval).normalize()));
            }
        }
        return new ArrayList<>(byInterval.values());
    }
}
