package io.quarkiverse.usersession.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that is too large for a cookie. */
public record Basket(List<Line> lines) {

    enum Wrapping {
        PLAIN,
        GIFT
    }

    record Line(String item, int count, Wrapping wrapping) {
    }

    static Basket of(Optional<Basket> stored) {
        return stored.orElse(new Basket(List.of()));
    }

    Basket with(String item) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(item, more.size() + 1, Wrapping.GIFT));
        return new Basket(more);
    }

    /** How many lines there are, and the first and the last character of each. */
    String shown() {
        StringBuilder shown = new StringBuilder().append(lines.size());
        for (Line line : lines) {
            shown.append(' ').append(line.count).append(line.wrapping).append(line.item.charAt(0))
                    .append(line.item.charAt(line.item.length() - 1)).append(line.item.length());
        }
        return shown.toString();
    }
}
