package org.acme.compatibility;

import java.util.List;

/** A typed value. */
public record Basket(List<String> items, int coupons) {
}
