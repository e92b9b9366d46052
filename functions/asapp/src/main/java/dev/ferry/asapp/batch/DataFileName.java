package dev.ferry.asapp.batch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a data file says.
///
/// *Shape*: `{feed}.jsonl` with split number, `.gz` and `.enc` in any order. *Source*: reference, section 4.
///
/// @param split number of the split file, 0 when the partition is one file
record DataFileName(int split, boolean gzip, boolean encrypted) {
    /// Why an encrypted file is not read, and what can be done.
    static final String ENCRYPTED =
            "encrypted (.enc) by an agreement that Ferry does not know: ask ASAPP for files without it, or decrypt it first";

    private static final Pattern NAME = Pattern.compile("[^/]+?\\.jsonl((?:\\.(?:\\d{1,6}|gz|enc))*)");
    private static final Pattern SUFFIX = Pattern.compile("\\.([^.]+)");

    /// The parts of a name; empty for a file that is not JSON Lines.
    static Optional<DataFileName> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        int split = 0;
        boolean gzip = false;
        boolean encrypted = false;
        Matcher suffix = SUFFIX.matcher(name.group(1));
        while (suffix.find()) {
            switch (suffix.group(1)) {
                case "gz" -> gzip = true;
                case "enc" -> encrypted = true;
                default -> split = Integer.parseInt(suffix.group(1));
            }
        }
        return Optional.of(new DataFileName(split, gzip, encrypted));
    }
}
