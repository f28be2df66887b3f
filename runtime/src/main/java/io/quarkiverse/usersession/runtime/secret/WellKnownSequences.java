package io.quarkiverse.usersession.runtime.secret;

/**
 * Sequences that people type instead of random characters: along the rows and columns of a keyboard, in either direction, or
 * the digits of a famous number.
 */
final class WellKnownSequences {

    static final WellKnownSequences KEYBOARDS = new WellKnownSequences(3, both("""
            qwertyuiop[] asdfghjkl;' zxcvbnm,./ 1234567890-= qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn
            ',.pyfgcrl aoeuidhtns ;qjkxbmwvz qwfpgjluy arstdhneio zxcvbkm
            qwfpbjluy arstgmneio zxcdvkh йцукенгшщзхъ фывапролджэ ячсмитьбю 1!2@3#4$5%6^7&8*9(0)-_=+ 1!2"3§4$5%6&7/8(9)0=
            !qaz@wsx#edc$rfv%tgb^yhn&ujm*ik<(ol>)p:? !@#$%^&*()_+ !"#$%&'() !"§$%&/()= {}:"<>?
            1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/ qazwsxedcrfvtgbyhnujmikolp zaq1xsw2cde3vfr4bgt5nhy6mju7ki8lo9
            1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0 1a2s3d4f5g6h7j8k9l qaswdefrgthyjukilo aqswdefrgthyjukilop
            qweasdzxcrtyfghvbnuiojklm qwerasdfzxcvtyuighjkbnm 789456123 147258369 159753 741852963
            abcdefghijklmnopqrstuvwxyz0123456789
            """));

    static final WellKnownSequences NUMBERS = new WellKnownSequences(6, """
            31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679821480865132823
            27182818284590452353602874713526624977572470936999595749669676277240766303535475945713821785251664274274663919320030
            14142135623730950488016887242096980785696718753769480731766797379907324784621070388503875343276415727350138462309122
            17320508075688772935274463415058723669428052538103806280558069794519330169088000370811461867572485756756261414154067
            16180339887498948482045868343656381177203091798057628621354486227052604628189024497072072041893911374847540880753868
            69314718055994530941723212145817656807550013436025525412068000949339362196969471560586332699641868754200148102057068
            57721566490153286060651209008240243104215933593992359880576723488486772677766467093694706329174674951463144724980708
            22360679774997896964091736687312762354406183596115257242708972454105209256378048994144144083787822749695081761507737
            23025850929940456840179914546843642076011014886287729760333279009675726096773524802359972050895982983419677840422862
            3243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89452821e638d01377be5466cf34e90c6cc0ac
            2b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfef324e7738926cfbe5f4bf8d8d8c31d763da06
            16a09e667f3bcc908b2fb1366ea957d3e3adec17512775099da2f590b0667322a
            19e3779b97f4a7c15f39cc0605cedc8341082276bf3a27251f86c6a11d0c18e95
            112358132134558914423337761098715972584418167651094617711286574636875025
            248163264128256512102420484096819216384327686553613107226214452428810485762097152
            deadbeefcafebabefeedface8badf00dbaadf00dfacefeeddeadc0dec0ffee
            2357111317192329313741434753596167717379838997101103107109113127131137139149151157163167173179181191193197199
            """);

    private static final int BUCKETS = 1 << 10;

    private final int minimum;
    private final String known;
    // where each pair of characters stands: the last place, and the one before a place, as numbers from 1 on
    private final short[] last = new short[BUCKETS];
    private final short[] before;

    private WellKnownSequences(int minimum, String known) {
        this.minimum = minimum;
        this.known = known;
        this.before = new short[known.length()];
        for (int i = 0; i + 1 < known.length(); i++) {
            int bucket = bucket(known, i);
            before[i] = last[bucket];
            last[bucket] = (short) (i + 1);
        }
    }

    /** How many characters from here on are one of these sequences, or a long enough part of one; 0 if none are. */
    int length(String lowerCase, int start) {
        if (start + minimum > lowerCase.length()) {
            return 0;
        }
        int longest = 0;
        for (int at = last[bucket(lowerCase, start)] - 1; at >= 0; at = before[at] - 1) {
            int length = 0;
            while (start + length < lowerCase.length() && at + length < known.length()
                    && lowerCase.charAt(start + length) == known.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest < minimum ? 0 : longest;
    }

    private static int bucket(String text, int at) {
        return 37 * text.charAt(at) + text.charAt(at + 1) & BUCKETS - 1;
    }

    private static String both(String lines) {
        return lines + new StringBuilder(lines).reverse();
    }
}
