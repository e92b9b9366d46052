package dev.ferry.local.s3;

import java.util.List;

/// One page of a listing.
///
/// @param truncated whether more follows the last line
record ListingPage(List<ListedObject> lines, boolean truncated) {

    ListingPage {
        lines = List.copyOf(lines);
    }
}
