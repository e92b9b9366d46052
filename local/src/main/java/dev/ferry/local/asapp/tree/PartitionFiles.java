package dev.ferry.local.asapp.tree;

import java.util.List;

/// The data files of a partition as they are handed out.
@FunctionalInterface
public interface PartitionFiles {

    /// In order of their names; the same question has the same answer while the knobs stay.
    List<DataFile> of(Partition partition);

    /// The files as they are on disk.
    static PartitionFiles onDisk() {
        return partition -> ExportTree.files(partition).stream()
                .map(file -> new DataFile(file.getFileName().toString(), file))
                .toList();
    }
}
