package io.quarkiverse.usersession.runtime.values;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as a JSON reader gives them back: the same number is always of the same class. */
public final class PlainNumbers {

    // 1E+4096 is as long as a cookie when written out, which converting it to an integer does
    private static final int MAX_SCALE = 4096;

    private PlainNumbers() {
    }

    /** @throws UnsuitableValueException if it is of another class, not a number, or has too large a scale */
    static Number of(Number number) {
        if (number instanceof Long || number instanceof Short || number instanceof Byte) {
            return shortest(BigInteger.valueOf(number.longValue()));
        }
        if (number instanceof BigInteger integer) {
            return shortest(integer);
        }
        if (number instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new UnsuitableValueException("NaN and infinities are not JSON numbers and can't be stored");
            }
            return decimal(new BigDecimal(number.toString()));
        }
        throw new UnsuitableValueException(
                "a " + number.getClass().getTypeName() + " can't be stored; store a " + Snapshots.ACCEPTED);
    }

    /** Whether a session can hold the number. */
    public static boolean isHeld(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) <= MAX_SCALE;
    }

    private static Number decimal(BigDecimal decimal) {
        if (!isHeld(decimal)) {
            throw new UnsuitableValueException("a BigDecimal with a scale beyond " + MAX_SCALE + " can't be stored");
        }
        return decimal.scale() == 0 ? shortest(decimal.unscaledValue()) : decimal;
    }

    /** An Integer if that is enough, otherwise a Long, otherwise a BigInteger. */
    private static Number shortest(BigInteger integer) {
        int bits = integer.bitLength();
        if (bits < Integer.SIZE) {
            return integer.intValue();
        }
        return bits < Long.SIZE ? (Number) integer.longValue() : integer;
    }
}
