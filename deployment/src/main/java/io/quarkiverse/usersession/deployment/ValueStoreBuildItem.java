package io.quarkiverse.usersession.deployment;

import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The store for values that are too large for a cookie. An extension with such a store produces this item. */
public final class ValueStoreBuildItem extends SimpleBuildItem {

    private final RuntimeValue<ValueStore> store;

    public ValueStoreBuildItem(RuntimeValue<ValueStore> store) {
        this.store = store;
    }

    RuntimeValue<ValueStore> store() {
        return store;
    }
}
