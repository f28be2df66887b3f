package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;

import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.values.Conversion;
import io.quarkiverse.usersession.runtime.values.Snapshots;
import io.quarkiverse.usersession.runtime.values.Unicode;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/**
 * Converts the values of a session to and from the types that a cookie can hold, and names the value that can't be converted.
 */
record KeyedValues(String session, Snapshots snapshots, Conversion conversion) {

    /** @param type the type as which the value is always read; null if it is not known */
    Object snapshot(String key, Object value, Type type) {
        try {
            Unicode.requireValid(key);
            return type == null ? snapshots.of(value) : snapshots.of(value, type);
        } catch (UnsuitableValueException e) {
            throw unsuitable(key, e);
        }
    }

    @SuppressWarnings("unchecked") // the conversion returns what it was asked for
    <T> T convert(String key, Type type, Object value) {
        try {
            return (T) conversion.to(type, value);
        } catch (UnsuitableValueException e) {
            throw unsuitable(key, e);
        }
    }

    private SessionValueException unsuitable(String key, UnsuitableValueException reason) {
        return new SessionValueException(
                "Session '" + session + "', key " + EntryKey.shown(key) + ": " + reason.getMessage());
    }
}
