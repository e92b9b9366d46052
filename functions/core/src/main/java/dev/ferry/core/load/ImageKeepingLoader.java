package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A loader that has the before images of changes kept before it sends them.
record ImageKeepingLoader(ChunkLoader loader, Consumer<Chunk> keep) implements ChunkLoader {

    @Override
    public void submit(Chunk chunk, JobJournal journal) {
        if (chunk.write() != Chunk.Write.INSERT) {
            keep.accept(chunk);
        }
        loader.submit(chunk, journal);
    }

    @Override
    public JobState poll(JobRef job) {
        return loader.poll(job);
    }

    @Override
    public void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        loader.settle(job, chunk, outcomes);
    }

    @Override
    public boolean goesStepByStep() {
        return loader.goesStepByStep();
    }

    @Override
    public boolean settleSome(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        return loader.settleSome(job, chunk, outcomes);
    }

    @Override
    public Abandonment abandon(JobRef job) {
        return loader.abandon(job);
    }

    @Override
    public Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys) {
        return loader.find(object, keys);
    }

    @Override
    public boolean isSetUpFault(String code) {
        return loader.isSetUpFault(code);
    }
}
