package io.quarkiverse.usersession.runtime.secret;

import java.util.Locale;

/**
 * Texts that were published as secrets, and are in use all the same.
 */
final class PublishedSecrets {

    // in lower case, as whoever tries them tries other cases too
    private static final String[] ALL = """
            # our README, guide, sample and benchmarks
            k0bxywjvo1c7yq5dkz3htn8svfr2mlpe
            p5sgrz0tqw8ybvk2nxc7ldhf4mj9aeuyi1oq6tvbnwm3kzxcrghdspjfeaulio
            jm3v9qxt7blw2zc8rn5kd1hy6gp4fs0a
            hv5rkq8tz2wn9xc4yd7lf1bm6js3gp0eaknowntothebuild
            cq8nvx3wk6tz1lb9rm4yd7hf2js5gp0eaknowntothebuild
            nb2vlq7xk4tz9wc6rd1yf8hm3js5gp0eaknowntothebuild
            # trigger.dev, hosting/docker/.env.example
            2818143646516f6fffd707b36f334bbb
            44da78b7bbb0dfe709cf38931d25dcdd
            f686147ab967943ebbe9ed3b496e465a
            447c29678f9eaf289e9c4b70d3dd8a7f
            # the documentation of Flask
            192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf
            # many tutorials on JSON Web Tokens with Spring
            404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970
            # examples of UUIDs: RFC 4122, RFC 9562, Wikipedia, OpenAPI
            6ba7b810-9dad-11d1-80b4-00c04fd430c8
            f81d4fae-7dec-11d0-a765-00a0c91e6bf6
            550e8400-e29b-41d4-a716-446655440000
            123e4567-e89b-12d3-a456-426614174000
            3fa85f64-5717-4562-b3fc-2c963f66afa6
            """.split("\n");

    private PublishedSecrets() {
    }

    /** Whether it is one of them, or begins or ends with one, or has one in it. */
    static boolean has(String secret) {
        String lowerCase = secret.toLowerCase(Locale.ROOT);
        for (String published : ALL) {
            if (lowerCase.contains(published)) {
                return true;
            }
        }
        return false;
    }
}
