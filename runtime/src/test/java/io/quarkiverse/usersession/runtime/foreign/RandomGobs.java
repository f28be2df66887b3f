package io.quarkiverse.usersession.runtime.foreign;

import static io.quarkiverse.usersession.runtime.foreign.GobBytes.gob;

import java.util.Arrays;
import java.util.Random;

/**
 * Puts gob sessions together at random from well-formed pieces, and now and then a lie: a type that is another one, a count or
 * a length that is not what follows. It reaches parts of the reader that changed bytes seldom do.
 */
final class RandomGobs {

    private static final int MAX_BYTES = 2_200;
    private static final long FIRST_OWN = 66;
    private static final int[] FORMS = { GobBytes.SLICE_FORM, GobBytes.MAP_FORM, GobBytes.MAP_FORM, GobBytes.STRUCT_FORM,
            GobBytes.GOB_ENCODER_FORM, GobBytes.SLICE_FORM, GobBytes.ARRAY_FORM, 5, 6 };
    private static final int OWN_TYPES = FORMS.length;
    private static final int TIME = 4;

    private final Random random;
    private final long[][] elements = new long[OWN_TYPES][];
    private int valuesLeft;

    RandomGobs(Random random) {
        this.random = random;
    }

    byte[] next() {
        GobBytes definitions = gob();
        for (int i = 0; i < OWN_TYPES; i++) {
            elements[i] = switch (FORMS[i]) {
                case GobBytes.SLICE_FORM, GobBytes.ARRAY_FORM -> new long[] { typeId() };
                case GobBytes.STRUCT_FORM -> new long[] { typeId() };
                case GobBytes.MAP_FORM -> new long[] { random.nextInt(3) == 0 ? typeId() : GobBytes.STRING, typeId() };
                default -> new long[0];
            };
            if (FORMS[i] == GobBytes.STRUCT_FORM) {
                definitions.struct(lie(FIRST_OWN + i), "Field", elements[i][0]);
            } else {
                definitions.definition(lie(FIRST_OWN + i), FORMS[i], elements[i]);
            }
        }
        valuesLeft = 1 + random.nextInt(200);
        byte[] bytes = GobBytes.session(definitions, interfaceValue(2 + random.nextInt(100)));
        return bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
    }

    private GobBytes interfaceValue(int depth) {
        if (random.nextInt(20) == 0) {
            return gob().text("");
        }
        long id = typeId();
        String name = id == FIRST_OWN + TIME && random.nextInt(4) > 0 ? "time.Time" : "x".repeat(1 + random.nextInt(3));
        return isStruct(id) ? gob().text(name).integer(lie(id)).chunk(value(id, depth))
                : gob().dynamic(name, lie(id), value(id, depth));
    }

    private static boolean isStruct(long id) {
        return id >= FIRST_OWN && FORMS[(int) (id - FIRST_OWN)] == GobBytes.STRUCT_FORM;
    }

    private GobBytes value(long id, int depth) {
        if (depth <= 0 || valuesLeft-- <= 0) {
            return gob().unsigned(0); // zero, false, empty or nil
        }
        if (id < FIRST_OWN) {
            return switch ((int) id) {
                case 1 -> gob().unsigned(random.nextInt(2));
                case 2 -> gob().integer(number());
                case 3, 4 -> gob().unsigned(number());
                case 5, 6 -> text();
                case 7 -> gob().unsigned(number()).unsigned(number());
                default -> interfaceValue(depth - 1);
            };
        }
        long[] types = elements[(int) (id - FIRST_OWN)];
        return switch (FORMS[(int) (id - FIRST_OWN)]) {
            case GobBytes.STRUCT_FORM -> gob().unsigned(lie(1)).append(value(types[0], depth - 1)).unsigned(0);
            case GobBytes.GOB_ENCODER_FORM -> gob().chunk(gob().hex("01 0000000ee0609670 2f072f40 ffff"));
            case 5, 6 -> text();
            default -> elements(types, depth - 1);
        };
    }

    private GobBytes elements(long[] types, int depth) {
        int count = random.nextInt(5) == 0 ? random.nextInt(5) : 1;
        GobBytes elements = gob().unsigned(lie(count));
        for (int i = 0; i < count; i++) {
            for (long type : types) {
                elements.append(value(type, depth));
            }
        }
        return elements;
    }

    private GobBytes text() {
        String text = random.nextInt(3) == 0 ? "é😀" : Integer.toString(random.nextInt(100));
        if (random.nextInt(50) == 0) {
            return gob().hex("02 61ff");
        }
        return random.nextInt(100) == 0 ? gob().unsigned(lie(1)).text(text) : gob().text(text);
    }

    private long typeId() {
        return random.nextBoolean() ? FIRST_OWN + random.nextInt(OWN_TYPES)
                : 1 + random.nextInt(8);
    }

    private long number() {
        return random.nextLong() >>> random.nextInt(64);
    }

    private long lie(long truth) {
        return random.nextInt(300) > 0 ? truth : random.nextBoolean() ? number() : truth + random.nextInt(7) - 3;
    }
}
