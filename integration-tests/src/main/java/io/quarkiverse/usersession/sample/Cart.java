package io.quarkiverse.usersession.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The things that a visitor wants to buy. The session keeps only SKUs and quantities. Names and prices come from the catalog,
 * so a cookie stays small and never shows an old price.
 */
record Cart(Map<String, Integer> quantities) {

    static final int MAX_QUANTITY = 99;
    static final Cart EMPTY = new Cart(Map.of());

    record Line(Product product, int quantity) {

        public Price total() {
            return product.price().times(quantity);
        }
    }

    Cart add(Product product) {
        Map<String, Integer> more = new HashMap<>(quantities);
        more.merge(product.sku(), 1, Integer::sum);
        return new Cart(more);
    }

    Cart remove(Product product) {
        Map<String, Integer> fewer = new HashMap<>(quantities);
        fewer.remove(product.sku());
        return new Cart(fewer);
    }

    int quantity(Product product) {
        return quantities.getOrDefault(product.sku(), 0);
    }

    int products() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }

    // The rest is public because templates see public methods only

    /** The lines in the order of the catalog. A product that it no longer has is left out. */
    public List<Line> lines() {
        return Catalog.PRODUCTS.stream()
                .map(product -> new Line(product, quantity(product)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    public Price total() {
        return lines().stream().map(Line::total).reduce(new Price(0), Price::plus);
    }
}
