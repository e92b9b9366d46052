package dev.ferry.core.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of objects of one shape as they were seen, each with the one that last followed it. The objects of a
/// file were written by one program, so the next name is mostly known before it is read, and comparing it costs less
/// than making a text of it and looking that up.
///
/// *Threading*: for one thread.
final class MemberOrder {
    /// Names that nobody reads may be data of their own; of more than these none is kept.
    private static final int MOST_UNREAD = 500;

    private final Shape shape;
    private final Map<String, Member> seen = new HashMap<>();
    private final Member start = new Member("", -1, null);

    MemberOrder(Shape shape) {
        this.shape = shape;
    }

    /// The order in objects of a shape; null for whole values.
    static @Nullable MemberOrder of(@Nullable Shape shape) {
        return shape == null ? null : new MemberOrder(shape);
    }

    /// What is read of the objects.
    Shape shape() {
        return shape;
    }

    /// What stands before the first member.
    Member start() {
        return start;
    }

    /// The member of a name, which from now on is expected to follow another.
    Member after(Member before, String name) {
        Member known = seen.get(name);
        Member member = known == null ? unseen(name) : known;
        before.next = member;
        return member;
    }

    private Member unseen(String name) {
        int place = shape.place(name);
        Member member = new Member(name, place, place < 0 ? null : of(shape.at(place)));
        if (place >= 0 || seen.size() < shape.size() + MOST_UNREAD) {
            seen.put(name, member);
        }
        return member;
    }

    /// A member of the objects.
    static final class Member {
        private final SerializedString name;
        private final int place;
        private final @Nullable MemberOrder order;
        private @Nullable Member next;

        private Member(String name, int place, @Nullable MemberOrder order) {
            this.name = new SerializedString(name);
            this.place = place;
            this.order = order;
        }

        SerializedString name() {
            return name;
        }

        /// Its place in the shape; -1 when nobody reads it.
        int place() {
            return place;
        }

        /// The order of its own members; null where it is read wholly or not at all.
        @Nullable
        MemberOrder order() {
            return order;
        }

        /// The member that last followed it; null as long as none did.
        @Nullable
        Member next() {
            return next;
        }
    }
}
