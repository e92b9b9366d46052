package dev.ferry.core.source;

/// Days by number, without making objects: every row and every record has some times.
public final class EpochDay {
    private static final int YEARS_OF_CYCLE = 400;
    private static final int DAYS_OF_CYCLE = 146_097;
    private static final int CYCLE_START = 719_468;

    private EpochDay() {}

    /// The day of a date that exists. *Units*: days since 1970.
    public static long of(int year, int month, int day) {
        // Counted from March, a leap day is the last of its year.
        int marchYear = month > 2 ? year : year - 1;
        int cycle = Math.floorDiv(marchYear, YEARS_OF_CYCLE);
        int yearOfCycle = marchYear - cycle * YEARS_OF_CYCLE;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
        return (long) cycle * DAYS_OF_CYCLE + dayOfCycle - CYCLE_START;
    }

    /// The date of a day in a year from 0 to 9999. *Shape*: a number whose decimal digits are `yyyyMMdd`.
    public static int date(long day) {
        int fromStart = Math.toIntExact(day + CYCLE_START);
        int cycle = Math.floorDiv(fromStart, DAYS_OF_CYCLE);
        int dayOfCycle = fromStart - cycle * DAYS_OF_CYCLE;
        // Every fourth year has a day more, but for the last of three centuries.
        int yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        int dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = cycle * YEARS_OF_CYCLE + yearOfCycle + (month > 2 ? 0 : 1);
        return (year * 100 + month) * 100 + dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    }

    /// Whether the date exists, in a year from 0.
    public static boolean exists(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % YEARS_OF_CYCLE == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
