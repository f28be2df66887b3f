package io.quarkiverse.usersession.sample;

/** A product on the shelf. The sku (stock keeping unit) is its name in addresses and in the session. */
record Product(String sku, String name, String note, Price price) {
}
