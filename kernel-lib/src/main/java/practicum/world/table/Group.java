package practicum.world.table;

import java.util.Locale;

/** The protected attribute: who should not be treated differently. */
public enum Group {
    WOMAN,
    MAN;

    /** The other one. */
    public Group other() {
        return this == WOMAN ? MAN : WOMAN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
