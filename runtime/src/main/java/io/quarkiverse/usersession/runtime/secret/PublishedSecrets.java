package io.quarkiverse.usersession.runtime.secret;

import java.util.Locale;

/**
 * Texts that were published as secrets but are used nevertheless.
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
            # the documentation of Flask and of Play, the default of CakePHP, examples of iron-session, Symfony and Laravel
            192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf
            qcy?tanfk?az?iwrnwnxilr6ctf:g3gf:90latabg@5241ab
            dyhg93b0qyjfixfs2guvouubwwvnir2g0fgac9mi
            2gyz3gdw3lhzqkdhpmpdl3sjrevrxpr8
            2ca64f8d83b9e89f5f19d672841d6bb8
            ackfsecxivnk5r28gviwuaxmbbsjtsmf
            2fl+ktvkfl+fuz4qp/a75g2rtiwva/zokzvp6fiim10
            # Quarkus' tests of OpenID Connect
            euk1p7ub3nfixzguxi0uph1y9p34yhbu
            # many tutorials on JSON Web Tokens with Spring
            404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970
            5367566b59703373367639792f423f4528482b4d6251655468576d5a71347437
            413f4428472b4b6250655368566d5970337336763979244226452948404d6351
            3cfa76ef14937c1c0ea519f8fc057a80fcd04a7420f8e8bcd0a7567c272e007b
            # an old key of Windows
            fckgw-rhqq2-yxrkt-8tg6w-2b7q8
            # machine keys in the documentation of ASP.NET
            21f090935f6e49c2c797f69bbaad8402abd2ee0b667a8b44ea7dd4374267a75d
            # example keys of Amazon and Stripe
            wjalrxutnfemi/k7mdeng/bpxrficyexamplekey
            4ec39hqlyjwdarjtt1zdp7dc
            bqokikjovbii2hlwgh4olfq2
            # test keys: AES (NIST SP 800-38A), JWS (RFC 7515), Ed25519 (RFC 8032), X25519 (RFC 7748); the token of jwt.io
            603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4
            8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b
            aym1sysppbydfgzld3umj1qzkobwvmkoqq-estjqlr_t-1qs0gzh75aktmn3yj0ips4hcguutwjazzr1z9caow
            9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60
            4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb
            77076d0a7318a57d3c16c17251b26645
            sflkxwrjsmekkf2qt4fwpmejf36pok6yjv_adqssw5c
            # examples of UUIDs: RFC 4122 and RFC 9562, Wikipedia, OpenAPI, the uuid package of npm; and what looks like one
            -9dad-11d1-80b4-00c04fd430c8
            f81d4fae-7dec-11d0-a765-00a0c91e6bf6
            c232ab00-9414-11ec-b3c8-9f6bdeced846
            5df41881-3aed-3515-88a7-2f4a814cf09e
            919108f7-52d1-4320-9bac-f847db4148a8
            2ed6657d-e927-568b-95e1-2665a8aea6a2
            1ec9414c-232a-6b00-b3c8-9f6bdeced846
            017f22e2-79b0-7cc3-98c4-dc0c0c07398f
            550e8400-e29b-41d4-a716-446655440000
            123e4567-e89b-12d3-a456-426614174000
            f47ac10b-58cc-4372-a567-0e02b2c3d479
            3fa85f64-5717-4562-b3fc-2c963f66afa6
            9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d
            1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed
            c9bf9e57-1685-4c89-bafb-ff5af830be8a
            21ec2020-3aea-4069-a2dd-08002b30309d
            109156be-c4fb-41ea-b1b4-efe1671c5836
            a1b2c3d4-e5f6-7890-abcd-ef1234567890
            a1b2c3d4e5f67890abcdef1234567890
            """.split("\n");

    private PublishedSecrets() {
    }

    /** Whether the secret is one of them, or contains one. */
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
