package dev.ferry.local.salesforce.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of a CSV file. `fault` says what is wrong with its quoting, if anything.
record CsvRow(List<String> cells, @Nullable String fault) {}
