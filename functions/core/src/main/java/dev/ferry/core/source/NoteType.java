package dev.ferry.core.source;

/// What a note is.
public enum NoteType {
    DISPOSITION,
    QUICK_NOTE,
    WHISPER,
    AUTO_SUMMARY,
    AGENT_SUMMARY
}
