package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;

import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.values.Conversion;
import io.quarkiverse.usersession.runtime.values.Snapshots;
import io.quarkiverse.usersession.runtime.values.Unicode;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/** Converts the values of a session from and to what a cookie can keep, and says which one can't be. */
record KeyedValues(String session, Snapshots snapshots, Conversion conversion) {

    /** @param type as which it is always read; null if that is not known */
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
