package dev.ferry.local.stepfunctions.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The journals of one service, by name.
///
/// *Threading*: implementations are safe for concurrent use.
public interface Journals {

    /// Opens a journal for appending, making it when it is not there.
    Journal open(String name);

    /// The names that begin with the prefix.
    List<String> names(String prefix);

    /// All whole records of a journal, in order; none when it is not there.
    List<ObjectNode> read(String name);

    /// One journal, open for appending.
    ///
    /// *Threading*: safe for concurrent use.
    interface Journal extends AutoCloseable {

        /// Adds a record; it survives the process when this returns.
        void append(ObjectNode record);

        @Override
        void close();
    }
}
