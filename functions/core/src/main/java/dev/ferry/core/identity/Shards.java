package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.List;

/// The accounts that one organisation is cut into, and how full each is. *Threading*: one thread.
final class Shards {
    private final AccountPlan.Base base;
    private final int capacity;
    private final List<CanonicalId> accounts = new ArrayList<>();
    private final List<Integer> filled = new ArrayList<>();
    private int firstWithRoom;

    Shards(AccountPlan.Base base, int capacity) {
        this.base = base;
        this.capacity = capacity;
    }

    /// Leaves somebody where an earlier pass put them, unless the account is not of this organisation or is full.
    boolean keep(CanonicalId account, int children) {
        int shard = base.shardOf(account);
        while (shard >= accounts.size()) {
            open();
        }
        if (shard < 0 || !fits(shard, children)) {
            return false;
        }
        filled.set(shard, filled.get(shard) + children);
        return true;
    }

    /// Finds room for somebody; whoever is larger than a whole account gets one alone.
    CanonicalId place(int children) {
        int shard = firstWithRoom;
        while (shard < accounts.size() && !fits(shard, children)) {
            shard++;
        }
        if (shard == accounts.size()) {
            open();
        }
        filled.set(shard, filled.get(shard) + children);
        while (firstWithRoom < accounts.size() && filled.get(firstWithRoom) >= capacity) {
            firstWithRoom++;
        }
        return accounts.get(shard);
    }

    private boolean fits(int shard, int children) {
        return filled.get(shard) == 0 || filled.get(shard) + children <= capacity;
    }

    private void open() {
        accounts.add(base.account(accounts.size()));
        filled.add(0);
    }
}
