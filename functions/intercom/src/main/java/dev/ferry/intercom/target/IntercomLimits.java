package dev.ferry.intercom.target;

import dev.ferry.core.load.TargetReader.Fitted;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.intercom.target.IntercomOptions.FileLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// What Intercom's limits do to a record, in the words of the report.
///
/// *Source*: Intercom, conversations: ten files go with a part, the latest 500 parts are shown.
record IntercomLimits(FileLimits files) {
    private static final int SHOWN_PARTS = 500;

    /// The limits that a record meets.
    List<Fitted> of(ObjectName object, SortedMap<String, FieldValue> fields) {
        if (object.equals(MessageWriter.OBJECT)) {
            return ofFiles(FileBatches.of(MessageFile.list(new StagedFields(fields).text("files")), files));
        }
        boolean isLong = object.equals(StateWriter.OBJECT) && new StagedFields(fields).number("messages") > SHOWN_PARTS;
        return isLong
                ? List.of(new Fitted("messages", "MORE_THAN_500_SO_OLDER_ONES_ARE_VERIFIED_BY_THEIR_NUMBER"))
                : List.of();
    }

    private static List<Fitted> ofFiles(FileBatches files) {
        List<Fitted> fitted = new ArrayList<>();
        for (MessageFile left : files.left()) {
            fitted.add(new Fitted("files", why(left)));
        }
        if (files.batches().size() > 1) {
            fitted.add(new Fitted("files", "TOO_MANY_FOR_ONE_PART_SO_SENT_IN_FURTHER_PARTS"));
        }
        return fitted;
    }

    private static String why(MessageFile file) {
        if (file.sha256().isEmpty()) {
            return "NOT_IN_THE_SOURCE_SO_NAMED_IN_THE_MESSAGE";
        }
        return file.hasBytes()
                ? "TOO_LARGE_SO_NAMED_IN_THE_MESSAGE_AND_KEPT_BY_FERRY"
                : "EMPTY_SO_NAMED_IN_THE_MESSAGE";
    }
}
