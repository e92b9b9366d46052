package dev.ferry.local.asapp.limits;

import java.util.HashMap;
import java.util.Map;

/// The requests of one provider day by everybody who shares a limit.
///
/// *Threading*: for one thread; [Gate] calls it under its lock.
final class DayUse {
    private final Map<String, Long> further = new HashMap<>();
    private long used;

    long used() {
        return used;
    }

    void count() {
        used++;
    }

    /// One more request of a key after the day was used up; how many there were.
    long countFurther(String key) {
        return further.merge(key, 1L, Long::sum);
    }

    void forgive(String key) {
        further.remove(key);
    }
}
