package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.usersession.runtime.MetricsRegistration;
import io.quarkiverse.usersession.runtime.UserSessionRecorder;
import io.quarkiverse.usersession.runtime.bound.DeviceMetrics;
import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.origin.AllowedPaths;
import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkiverse.usersession.runtime.origin.ForwardedHost;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreOperation;
import io.quarkiverse.usersession.runtime.store.Verdict;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.metrics.MetricsFactory;

/** What the guide says about names and bytes is what the extension has. */
class ReferenceTest {

    private static final Pattern CELL = Pattern.compile("(?m)^\\|`([^`]+)`$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final List<String> NEEDED = List.of("quarkus-core", "quarkus-arc", "quarkus-vertx-http",
            "jackson-core");
    private static final Pattern BYTES = Pattern.compile("(?m)^.{10}((?:[0-9a-f]{2} ?)+)");

    @Test
    void allMetricsAreListed() throws IOException {
        TreeSet<String> names = new TreeSet<>(metrics().keySet());
        names.addAll(signInMetrics().keySet());
        names.addAll(deviceMetrics());

        assertThat(Guide.sorted(cells("metrics.adoc"))).containsAll(names).containsAll(words(CookieOutcome.values()))
                .containsAll(words(Arrays.stream(Commit.Kind.values()).filter(kind -> kind != Commit.Kind.NONE).toArray()))
                .hasSize(names.size() + CookieOutcome.values().length + Commit.Kind.values().length - 1);
    }

    @Test
    void theReadmeHasTheSameMetrics() throws IOException {
        List<String> readme = Guide.matches(CODE, Guide.text(Guide.REPOSITORY.resolve("README.md")));

        TreeSet<String> names = new TreeSet<>(metrics().keySet());
        names.addAll(signInMetrics().keySet());
        names.addAll(deviceMetrics());
        assertThat(readme).containsAll(names).containsAll(words(CookieOutcome.values()))
                .filteredOn(text -> text.startsWith("user.session.")).hasSize(names.size());
    }

    @Test
    void allTagsOfSignInMetricsAreExplained() {
        List<String> explained = Guide.matches(CODE, Guide.text(Guide.PAGES.resolve("metrics.adoc")));

        assertThat(explained).containsAll(words(Verdict.values())).containsAll(words(StoreOperation.values()))
                .contains("outcome", "source", "cache", "store", "operation");
    }

    @Test
    void allTagsOfDeviceMetricsAreExplained() {
        List<String> explained = Guide.matches(CODE, Guide.text(Guide.PAGES.resolve("metrics.adoc")));

        assertThat(explained).containsAll(Arrays.stream(DeviceMetrics.Event.values()).map(DeviceMetrics.Event::outcome)
                .filter(Objects::nonNull).toList());
    }

    /** In deployment there is a test that Prometheus gets these lines. */
    @Test
    void theScrapeHasAllMetrics() throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        metrics().forEach((name, series) -> lines.addAll(series));

        List<String> shown = Guide.example("listings/scrape.txt").lines()
                .map(line -> line.substring(0, line.lastIndexOf(' '))).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void theExampleCookieIsTheGoldenOne() throws Exception {
        JsonNode golden = golden();
        byte[] cookie = Base64.getUrlDecoder().decode(golden.get("value").asText());
        byte[] shown = bytes("cookie.txt");

        int head = shown.length - 16;
        assertThat(shown).startsWith(Arrays.copyOf(cookie, head));
        assertThat(Arrays.copyOfRange(shown, head, shown.length))
                .isEqualTo(Arrays.copyOfRange(cookie, cookie.length - 16, cookie.length));
        assertThat(Guide.example("listings/cookie.txt")).contains("… " + (cookie.length - shown.length) + " more bytes");
        assertThat(Guide.text(Guide.PAGES.resolve("cookie-format.adoc"))).contains("`" + golden.get("secret").asText() + "`");
    }

    @Test
    void theCookieOpensAsTheGuideSays() throws Exception {
        JsonNode golden = golden();
        byte[] cookie = Base64.getUrlDecoder().decode(golden.get("value").asText());
        byte[] associatedData = bytes("associated-data.txt");

        int plaintextBytes = CookieKey.of(golden.get("secret").asText()).cipher().open(cookie, 1 + 4, associatedData);
        byte[] plaintext = Arrays.copyOfRange(cookie, 1 + 4 + 24, 1 + 4 + 24 + plaintextBytes);

        byte[] fields = bytes("plaintext.txt");
        assertThat(Arrays.copyOf(plaintext, fields.length)).isEqualTo(fields);
        assertThat(Guide.example("listings/plaintext.txt"))
                .contains("entries   " + new String(plaintext, fields.length, plaintext.length - fields.length,
                        StandardCharsets.UTF_8));
    }

    @Test
    void theMarksBeforeKeysAreTheOnesOfTheFormat() {
        assertThat(Guide.text(Guide.PAGES.resolve("cookie-format.adoc")))
                .contains("`+" + EntryKey.SIGN_IN + "+`", "A flash value has a `" + EntryKey.flash("") + "` before its key");
        for (char mark = '!'; mark <= '~'; mark++) {
            assertThat(EntryKey.plain(mark + "key").equals("=" + mark + "key")).as("mark " + mark)
                    .isEqualTo("!~=".indexOf(mark) >= 0);
        }
    }

    @Test
    void theDependenciesExist() throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Guide.EXAMPLES.resolve("maven/dependency.xml").toFile());
        String own = Guide.text(Path.of("pom.xml"));
        NodeList artifacts = document.getElementsByTagName("artifactId");
        assertThat(artifacts.getLength()).isPositive();
        for (int i = 0; i < artifacts.getLength(); i++) {
            assertThat(own).contains("<artifactId>" + artifacts.item(i).getTextContent());
        }
    }

    /** No rule of the enforcer can tell. */
    @Test
    void whatIsNotNeededByAllApplicationsIsOptional() {
        String dependencies = Guide.text(Guide.REPOSITORY.resolve("runtime/pom.xml"));
        for (String dependency : Guide.matches(DEPENDENCY, dependencies)) {
            boolean needed = NEEDED.stream().anyMatch(artifact -> dependency.contains("<artifactId>" + artifact + "<"));
            assertThat(needed || dependency.contains("<optional>true<") || dependency.contains("<scope>test<"))
                    .as(dependency).isTrue();
        }
    }

    private static JsonNode golden() throws Exception {
        return new ObjectMapper().readTree(
                Guide.text(Guide.REPOSITORY.resolve("runtime/src/test/resources/golden/version-1.json")));
    }

    private static byte[] bytes(String listing) {
        String hex = String.join("", Guide.matches(BYTES, Guide.example("listings/" + listing)));
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static List<String> cells(String page) {
        return Guide.matches(CELL, Guide.text(Guide.PAGES.resolve(page)));
    }

    private static List<String> words(Object[] values) {
        List<String> words = new ArrayList<>();
        for (Object value : values) {
            words.add(value.toString());
        }
        return words;
    }

    /** Those of an application with the default session, as a metrics extension is asked to register them. */
    private static Map<String, List<String>> metrics() throws IOException {
        Map<String, List<String>> seriesByName = new TreeMap<>();
        UserSessionRecorder recorder = new UserSessionRecorder(new RuntimeValue<>(PropertiesTest.config("rotation-0")));
        RuntimeValue<Optional<SignInBook>> noStore = new RuntimeValue<>(Optional.empty());
        RuntimeValue<OriginRules> origins = new RuntimeValue<>(
                new OriginRules(CrossOrigin.REFUSE, Set.of(), AllowedPaths.NONE, ForwardedHost.NEVER));
        recorder.metrics(
                recorder.sessions(LaunchMode.TEST, false, Set.of(), recorder.noTypedValues(), true, noStore, origins, null,
                        new RuntimeValue<>(Optional.empty())),
                noStore)
                .accept(new Registered(seriesByName));
        return seriesByName;
    }

    /** Those that an application with a store of sign-ins has as well. */
    private static Map<String, List<String>> signInMetrics() {
        Map<String, List<String>> seriesByName = new TreeMap<>();
        new MetricsRegistration(new Registered(seriesByName)).register(new StoreMetrics());
        return seriesByName;
    }

    /** Those that an application which binds sign-ins to browsers has as well. */
    private static Set<String> deviceMetrics() {
        Set<String> names = new TreeSet<>();
        for (DeviceMetrics.Event event : DeviceMetrics.Event.values()) {
            names.add("user.session.device." + event.metric());
        }
        return names;
    }

    /** Notes the series that it is asked for, as Prometheus writes them. */
    private record Registered(Map<String, List<String>> seriesByName) implements MetricsFactory {

        @Override
        public boolean metricsSystemSupported(String name) {
            return true;
        }

        @Override
        public MetricBuilder builder(String name, Type type) {
            TreeSet<String> tags = new TreeSet<>();
            return (MetricBuilder) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { MetricBuilder.class },
                    (builder, method, arguments) -> {
                        switch (method.getName()) {
                            case "tag" -> tags.add(arguments[0] + "=\"" + arguments[1] + "\"");
                            case "buildCounter", "buildGauge", "buildTimer" -> seriesByName
                                    .computeIfAbsent(name, unused -> new ArrayList<>())
                                    .add(name.replace('.', '_') + (method.getName().equals("buildCounter") ? "_total" : "")
                                            + "{" + String.join(",", tags) + "}");
                            default -> {
                            }
                        }
                        return method.getReturnType() == MetricBuilder.class ? builder : null;
                    });
        }
    }
}
