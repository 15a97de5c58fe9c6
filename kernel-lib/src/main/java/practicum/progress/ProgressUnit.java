package practicum.progress;

import java.util.Locale;

/** What a computation's progress is counted in. */
public enum ProgressUnit {
    /** Anything that comes in ones: {@code 450 of 1,000, 12.5/s}. */
    STEPS {
        @Override
        String amount(long done, long total) {
            return total > 0 ? format("%,d of %,d", done, total) : format("%,d", done);
        }

        @Override
        String perSecond(double rate) {
            return rate < 10 ? format("%.1f/s", rate) : format("%,.0f/s", rate);
        }
    },

    /** Bytes, in decimal multiples as disks and networks count them: {@code 246.6 of 548.1 MB, 12.5 MB/s}. */
    BYTES {
        @Override
        String amount(long done, long total) {
            Multiple multiple = Multiple.fitting(Math.max(done, total));
            return total > 0
                    ? format("%s of %s %s", multiple.of(done), multiple.of(total), multiple.name)
                    : format("%s %s", multiple.of(done), multiple.name);
        }

        @Override
        String perSecond(double rate) {
            Multiple multiple = Multiple.fitting(rate);
            return format("%s %s/s", multiple.of(rate), multiple.name);
        }
    };

    /** How much is done, and of how much where that is known. */
    abstract String amount(long done, long total);

    /** The speed. */
    abstract String perSecond(double rate);

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private record Multiple(double bytes, String name) {
        static Multiple fitting(double amount) {
            if (amount < 1e3) {
                return new Multiple(1, "B");
            }
            if (amount < 1e6) {
                return new Multiple(1e3, "kB");
            }
            return amount < 1e9 ? new Multiple(1e6, "MB") : new Multiple(1e9, "GB");
        }

        String of(double amount) {
            return format(bytes == 1 ? "%.0f" : "%.1f", amount / bytes);
        }
    }
}
