package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedPageTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', nullValues = "-", value = {
            "/cart /cart - /cart",
            "/cart?of=2026 /cart - /cart?of=2026",
            "/cart? /cart - /cart?",
            "/shop/cart?of=2026 /cart /shop /shop/cart?of=2026",
            "/cart/cart /cart /cart /cart/cart",
            "/a/b/a/b?x=/a/b /a/b /a/b /a/b/a/b?x=/a/b",
            "/a/a/b /a/b /a /a/a/b",
            "/shop//evil.example //evil.example /shop /shop//evil.example",
            "http://shop.example/cart?x /cart - /cart?x",
            "http://shop.example / - /" })
    void tellsThePrefixThatAProxyForwards(String uri, String path, String prefix, String location) {
        RequestedPage page = RequestedPage.of(uri, path);

        assertThat(page.path()).isEqualTo(path);
        assertThat(page.prefix()).isEqualTo(prefix == null ? "" : prefix);
        assertThat(page.location()).isEqualTo(location);
    }

    @Test
    void aPrefixThatIsNoneIsLeftOut() {
        assertThat(RequestedPage.of("/a?b/cart?x", "/cart").prefix()).isEmpty();
        assertThat(RequestedPage.of("*", "*").prefix()).isEmpty();
        assertThat(RequestedPage.of("", "").location()).isEmpty();
    }
}
