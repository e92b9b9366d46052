package dev.ferry.salesforce.target;

import java.util.Iterator;

/// An iterator over answers whose later pages may fail, with the failures in the core's terms.
record TranslatedIterator<T>(Iterator<T> answers) implements Iterator<T> {

    @Override
    public boolean hasNext() {
        return Refusals.translated(answers::hasNext);
    }

    @Override
    public T next() {
        return Refusals.translated(answers::next);
    }
}
