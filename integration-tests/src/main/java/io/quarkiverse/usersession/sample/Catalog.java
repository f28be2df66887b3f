package io.quarkiverse.usersession.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything the shop sells. */
final class Catalog {

    static final List<Product> PRODUCTS = List.of(
            new Product("bread", "Rye bread", "Baked this morning", new Price(420)),
            new Product("apples", "Apples, 1 kg", "From the orchard behind the church", new Price(345)),
            new Product("honey", "Honey, 500 g", "Summer blossom, stirred by hand", new Price(790)),
            new Product("coffee", "Coffee, 250 g", "Roasted on Tuesdays", new Price(680)),
            new Product("candles", "Beeswax candles, a pair", "For long evenings", new Price(1150)));

    private Catalog() {
    }

    static List<Product> cheapestFirst() {
        return PRODUCTS.stream().sorted(Comparator.comparingInt(product -> product.price().cents())).toList();
    }

    static Optional<Product> find(String sku) {
        return PRODUCTS.stream().filter(product -> product.sku().equals(sku)).findFirst();
    }
}
