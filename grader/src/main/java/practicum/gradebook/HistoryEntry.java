package practicum.gradebook;

import java.time.Instant;

/** Something that changed in a gradebook: when, by whom, what, about whom and which practicum. */
public record HistoryEntry(Instant time, String who, String action, String student, String stem, String detail) {}
