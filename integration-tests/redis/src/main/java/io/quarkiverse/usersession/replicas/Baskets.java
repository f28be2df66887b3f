package io.quarkiverse.usersession.replicas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.StoredValue;

/** What pages can do with a value that is kept on Redis. */
@ApplicationScoped
public class Baskets {

    @Inject
    @SessionKey("basket")
    StoredValue<Basket> basket;

    /** @param size of what is put in, in characters */
    Step<?> fill(int size) {
        String item = "a".repeat(size - 1) + 'z';
        return new Step<>(basket.get().flatMap(stored -> basket.set(Basket.of(stored).with(item))), nothing -> "filled");
    }

    Step<?> show() {
        return new Step<>(basket.get(), stored -> Basket.of(stored).shown());
    }

    Step<?> empty() {
        return new Step<>(basket.unset(), nothing -> "emptied");
    }
}
