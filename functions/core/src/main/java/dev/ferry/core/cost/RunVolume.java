package dev.ferry.core.cost;

/// What a run has to move, as a look at the source tells it.
///
/// @param conversations issues that become records with everything that hangs on them
/// @param files of the export
/// @param rows of those files
/// @param records what will stand in the target
/// @param requests to the source's APIs, 0 when only the export is read
public record RunVolume(long conversations, long files, long rows, long records, long requests) {
    public RunVolume {
        if (conversations < 0 || files < 0 || rows < 0 || records < 0 || requests < 0) {
            throw new IllegalArgumentException("a volume has a negative count");
        }
    }
}
