package dev.ferry.handlers.scope;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.CsvCell;
import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// One list of a scope as a CSV file.
///
/// *Shape*: RFC 4180, UTF-8, a header row; a cell that a spreadsheet would run as a formula gets an apostrophe in
/// front.
///
/// @param columns names, separated by commas
/// @param cells of a row, in the order of the columns
record ScopeTable<T>(String file, String columns, List<T> rows, Function<T, Stream<Object>> cells) {

    /// The tables of a scope.
    static List<ScopeTable<?>> of(ScopeResults scope) {
        return List.of(
                new ScopeTable<>(
                        "objects.csv",
                        "object,count,exact,basis",
                        scope.objects(),
                        one -> Stream.of(one.object(), one.count(), one.exact(), one.basis())),
                new ScopeTable<>(
                        "feeds.csv",
                        "feed,channel,partitions,files,storedBytes,rows,distinct,rejected,first,last,sample",
                        scope.feeds(),
                        ScopeTable::feed),
                new ScopeTable<>(
                        "gaps.csv",
                        "feed,from,until,what",
                        scope.gaps(),
                        one -> Stream.of(one.feed(), one.from(), one.until(), one.what())),
                new ScopeTable<>(
                        "fields.csv",
                        "feed,field,kind,filled,fill,type,exceptions,longest,values",
                        scope.fields(),
                        ScopeTable::field),
                new ScopeTable<>(
                        "missing.csv",
                        "what,state,why",
                        scope.missing(),
                        one -> Stream.of(one.what(), one.state(), one.why())),
                api(scope.api() == null ? List.of() : scope.api().parts()));
    }

    private static ScopeTable<ScopeResults.ApiPart> api(List<ScopeResults.ApiPart> parts) {
        return new ScopeTable<>(
                "api.csv", "what,requests,basis", parts, one -> Stream.of(one.what(), one.requests(), one.basis()));
    }

    private static Stream<Object> feed(ScopeResults.Feed feed) {
        return Stream.of(
                feed.feed(),
                feed.channel(),
                feed.partitions(),
                feed.files(),
                feed.stored(),
                feed.rows(),
                feed.distinct(),
                feed.rejected(),
                feed.first(),
                feed.last(),
                feed.sample());
    }

    private static Stream<Object> field(ScopeResults.Field field) {
        return Stream.of(
                field.feed(),
                field.field(),
                field.kind(),
                field.filled(),
                String.format(Locale.ROOT, "%.4f", field.fill()),
                field.type(),
                field.exceptions(),
                field.longest(),
                String.join("; ", field.values().keySet().stream().sorted().toList()));
    }

    void write(WorkStore work, String folder) {
        try (WorkFile out = work.create(folder + file);
                CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(List.of(columns.split(",")));
            for (T row : rows) {
                csv.writeRecord(cells.apply(row)
                        .map(String::valueOf)
                        .map(CsvCell::guard)
                        .toList());
            }
            csv.flush();
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write list " + folder + file, e);
        }
    }
}
