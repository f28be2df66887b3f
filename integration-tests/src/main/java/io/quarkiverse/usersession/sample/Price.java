package io.quarkiverse.usersession.sample;

import java.util.Locale;

/** An amount of money. Whole cents, because fractions of them add up to wrong totals. */
record Price(int cents) {

    Price times(int quantity) {
        return new Price(cents * quantity);
    }

    Price plus(Price other) {
        return new Price(cents + other.cents);
    }

    /** As the pages show it: {@code €4.20}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "€%d.%02d", cents / 100, cents % 100);
    }
}
