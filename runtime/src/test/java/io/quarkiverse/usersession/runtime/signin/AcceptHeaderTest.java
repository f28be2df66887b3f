package io.quarkiverse.usersession.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "TEXT/HTML",
            "application/json, text/html", "text/html;q=0.1", "text/html;level=1;q=1.000", " text/html ; Q=0.001 ",
            "text/html;charset=\"a,b;q=0\"", "image/png;q=0, text/html;q=1", "text/html;q=0,text/html;level=1",
            "text/html;charset=utf-8", "text/html;" })
    void namesHtml(String accept) {
        assertThat(AcceptHeader.namesHtml(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "*/*", "text/*", "application/json", "text/html;q=0", "text/html;q=0.000", "text/html; Q=0",
            "text/html ; q = 0", "text/html;level=1;q=0.0", "text/html;q=", "text/html;q=-1", "text/html;q=x",
            "text/html;q=0x1",
            "text/html;q=1e3", "text/html;q=..1", "text/htmlx", "xtext/html", "application/text/html", "\"text/html\"",
            "application/json;profile=\"text/html, text/html\"", "application/json;a=\"\\\",text/html,\"", ",;,", ";q=1" })
    void doesNotNameHtml(String accept) {
        assertThat(AcceptHeader.namesHtml(List.of(accept))).isFalse();
    }

    @Test
    void anyLineMayNameIt() {
        assertThat(AcceptHeader.namesHtml(List.of())).isFalse();
        assertThat(AcceptHeader.namesHtml(List.of("application/json", "text/html"))).isTrue();
    }
}
