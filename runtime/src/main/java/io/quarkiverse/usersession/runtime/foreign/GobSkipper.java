package io.quarkiverse.usersession.runtime.foreign;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Skips values that are not imported. Their lengths alone are not enough for that, because a value behind an interface may
 * define types of later values. It can go as deep as there are bytes, so it uses no recursion.
 */
final class GobSkipper {

    private final GobInput in;
    private final GobTypes types;

    GobSkipper(GobInput in, GobTypes types) {
        this.in = in;
        this.types = types;
    }

    void skip(GobType type) throws DamagedCookieException {
        Deque<Begun> begun = new ArrayDeque<>();
        begin(type, begun);
        while (!begun.isEmpty()) {
            GobType next = begun.peek().next();
            if (next == null) {
                begun.pop();
            } else {
                begin(next, begun);
            }
        }
    }

    private void begin(GobType type, Deque<Begun> begun) throws DamagedCookieException {
        switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT -> in.unsigned();
            case COMPLEX -> {
                in.unsigned();
                in.unsigned();
            }
            case BYTES, STRING, ENCODED -> in.skipBytes();
            case INTERFACE -> {
                if (!in.name().isEmpty()) {
                    begun.push(new Dynamic(types.enterDynamicValue()));
                }
            }
            case LIST -> begun.push(new Elements(null, types.get(type.elementId()), in.count()));
            case MAP -> begun.push(new Elements(types.get(type.keyId()), types.get(type.elementId()), in.count()));
            case STRUCT -> begun.push(new Fields(type));
        }
    }

    /** A value that contains other values. */
    private interface Begun {

        /** The type of the next value in it, or null at its end. */
        GobType next() throws DamagedCookieException;
    }

    private final class Dynamic implements Begun {

        private GobType value;

        Dynamic(GobType value) {
            this.value = value;
        }

        @Override
        public GobType next() throws DamagedCookieException {
            if (value == null) {
                in.leaveChunk();
            }
            GobType next = value;
            value = null;
            return next;
        }
    }

    private static final class Elements implements Begun {

        private final GobType key; // null in a list
        private final GobType element;
        private int left;
        private boolean afterKey;

        Elements(GobType key, GobType element, int count) {
            this.key = key;
            this.element = element;
            this.left = count;
        }

        @Override
        public GobType next() {
            if (left == 0) {
                return null;
            }
            if (key != null && !afterKey) {
                afterKey = true;
                return key;
            }
            afterKey = false;
            left--;
            return element;
        }
    }

    private final class Fields implements Begun {

        private final GobType struct;
        private int field = -1;

        Fields(GobType struct) {
            this.struct = struct;
        }

        @Override
        public GobType next() throws DamagedCookieException {
            field = in.nextField(field, struct.fields().size());
            return field < 0 ? null : types.get(struct.fields().get(field).typeId());
        }
    }
}
