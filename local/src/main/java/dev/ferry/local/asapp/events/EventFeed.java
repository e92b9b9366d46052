package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.tenant.EventRules;
import dev.ferry.local.asapp.tenant.PushTarget;
import java.util.Locale;

/// The three feeds of events.
public enum EventFeed {
    JOURNEY,
    ACTIVITY,
    QUEUE;

    /// The lower-case name, which is also the name of the export's file.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    PushTarget target(EventRules rules) {
        return switch (this) {
            case JOURNEY -> rules.journey();
            case ACTIVITY -> rules.activity();
            case QUEUE -> rules.queue();
        };
    }
}
