package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.intercom.target.IntercomOptions.FileLimits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileBatchesTest {
    private static MessageFile file(int number, long size) {
        return new MessageFile("f" + number, "text/plain", size, "0f");
    }

    @Test
    void elevenFilesGoInTwoParts() {
        List<MessageFile> files =
                IntStream.range(0, 11).mapToObj(number -> file(number, 1)).toList();
        assertThat(FileBatches.of(files, new FileLimits(10, 100)).batches())
                .extracting(List::size)
                .containsExactly(10, 1);
    }

    @Test
    void aPartHoldsNoMoreBytesThanARequestMay() {
        FileBatches batches = FileBatches.of(List.of(file(1, 60), file(2, 50), file(3, 50)), new FileLimits(100, 100));
        assertThat(batches.batches()).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    void leavesWhatIsTooLargeEmptyOrNotInTheSource() {
        MessageFile absent = new MessageFile("a", "text/plain", 5, "");
        FileBatches batches =
                FileBatches.of(List.of(file(1, 101), file(2, 0), absent, file(3, 1)), new FileLimits(100, 100));
        assertThat(batches.left()).extracting(MessageFile::name).containsExactly("f1", "f2", "a");
        assertThat(batches.sent()).extracting(MessageFile::name).containsExactly("f3");
    }
}
