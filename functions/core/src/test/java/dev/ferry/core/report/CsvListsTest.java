package dev.ferry.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.work.InMemoryWorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvListsTest {
    private final InMemoryWorkStore store = new InMemoryWorkStore();
    private final CsvLists lists = new CsvLists(store, "runs/r1");

    @Test
    void writesOneRowPerRecordBelowAHeader() throws IOException {
        ResultList list = lists.write(
                ListKind.FAILED,
                Stream.of(new ListRow.Failed("Case", "asapp:t:issue:1", "REQUIRED", "Reason", "a, b", "say \"x\"", 2)));
        assertThat(list).isEqualTo(new ResultList("failed", "lists/failed.csv", 1));
        assertThat(content("runs/r1/lists/failed.csv"))
                .isEqualTo("object,key,code,field,reason,hint,attempts\r\n"
                        + "Case,asapp:t:issue:1,REQUIRED,Reason,\"a, b\",\"say \"\"x\"\"\",2\r\n");
    }

    @Test
    void writesTheHeaderOfAnEmptyList() throws IOException {
        assertThat(lists.write(ListKind.MERGED, Stream.of()).rows()).isZero();
        assertThat(content("runs/r1/lists/merged.csv")).isEqualTo("object,key,into,evidence\r\n");
    }

    @Test
    void refusesARowOfAnotherList() {
        assertThatThrownBy(() -> lists.write(ListKind.MERGED, Stream.of(new ListRow.Filtered("Case", "k", "r"))))
                .hasMessageContaining("FILTERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void keepsASpreadsheetFromRunningACell(String cell) {
        assertThat(CsvCell.guard(cell)).isEqualTo("'" + cell);
        assertThat(CsvCell.unguard(CsvCell.guard(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "asapp:t:issue:1", "'quoted'", "a=b"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(CsvCell.guard(cell)).isEqualTo(cell);
        assertThat(CsvCell.unguard(cell)).isEqualTo(cell);
    }

    private String content(String name) throws IOException {
        try (InputStream in = store.open(name).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
