package io.quarkiverse.usersession.runtime.values;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Turns a stored number into the type that the application asks for. */
final class NumberConversion {

    private NumberConversion() {
    }

    /**
     * @return null if that is no type of numbers, or can't hold this one
     * @throws ArithmeticException if the type can't hold it without loss
     */
    static Object to(Class<?> type, Number number) {
        BigDecimal decimal = new BigDecimal(number.toString());
        if (type == Integer.class || type == int.class) {
            return decimal.intValueExact();
        }
        if (type == Long.class || type == long.class) {
            return decimal.longValueExact();
        }
        if (type == Double.class || type == double.class) {
            return finite(decimal.doubleValue());
        }
        if (type == BigDecimal.class) {
            return decimal;
        }
        if (type == BigInteger.class) {
            return PlainNumbers.isHeld(decimal) ? decimal.toBigIntegerExact() : null;
        }
        if (type == Float.class || type == float.class) {
            return finite(decimal.floatValue());
        }
        if (type == Short.class || type == short.class) {
            return decimal.shortValueExact();
        }
        return type == Byte.class || type == byte.class ? decimal.byteValueExact() : null;
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static Float finite(float number) {
        return Float.isFinite(number) ? number : null;
    }
}
