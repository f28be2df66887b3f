package io.quarkiverse.usersession.test.client;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics of the application at one moment, as Prometheus reads them.
 *
 * @param values by the metrics' names and tags
 */
public record Scrape(Map<String, Double> values) {

    public static Scrape now() {
        Map<String, Double> values = new TreeMap<>();
        given().get("/q/metrics").asString().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
        return new Scrape(values);
    }

    /** By how much each of the metrics whose names begin with the prefix has grown, if it has. */
    public Map<String, Double> since(Scrape earlier, String prefix) {
        Map<String, Double> increases = new TreeMap<>();
        values.forEach((metric, value) -> {
            double increase = value - earlier.values.getOrDefault(metric, 0.0);
            if (metric.startsWith(prefix) && increase != 0) {
                increases.put(metric, increase);
            }
        });
        return increases;
    }
}
