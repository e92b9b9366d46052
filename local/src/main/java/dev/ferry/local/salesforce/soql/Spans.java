package dev.ferry.local.salesforce.soql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The days that a date literal stands for; `to` is the first day after.
record Spans(LocalDate from, LocalDate to) {

    static Spans of(String literal, LocalDate today) {
        int colon = literal.indexOf(':');
        String name = colon < 0 ? literal : literal.substring(0, colon);
        int n = colon < 0 ? 0 : Integer.parseInt(literal.substring(colon + 1));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return switch (name) {
            case "TODAY" -> days(today, 1);
            case "YESTERDAY" -> days(today.minusDays(1), 1);
            case "TOMORROW" -> days(today.plusDays(1), 1);
            case "LAST_N_DAYS" -> days(today.minusDays(n), n + 1);
            case "NEXT_N_DAYS" -> days(today.plusDays(1), n);
            case "N_DAYS_AGO" -> days(today.minusDays(n), 1);
            case "LAST_90_DAYS" -> days(today.minusDays(90), 91);
            case "THIS_WEEK" -> days(week, 7);
            case "LAST_WEEK" -> days(week.minusDays(7), 7);
            case "THIS_MONTH" -> new Spans(month, month.plusMonths(1));
            case "LAST_MONTH" -> new Spans(month.minusMonths(1), month);
            case "THIS_YEAR" -> new Spans(year, year.plusYears(1));
            case "LAST_YEAR" -> new Spans(year.minusYears(1), year);
            default -> throw SoqlException.malformed("unexpected token: '" + literal + "'");
        };
    }

    private static Spans days(LocalDate from, int count) {
        return new Spans(from, from.plusDays(count));
    }
}
