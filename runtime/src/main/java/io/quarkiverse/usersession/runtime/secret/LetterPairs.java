package io.quarkiverse.usersession.runtime.secret;

/**
 * How surprising a letter is after another one in European languages, in bits. A random letter has 4.7 bits. In English, a
 * letter has 3.5 bits on average if the letter before it is known. In German, French, Spanish, Italian, Dutch and Portuguese it
 * has little more. So forty letters of a sentence clearly differ from random ones, without a dictionary.
 */
final class LetterPairs {

    static final int BOUNDARY = 26;

    // a row for each first letter, then that for the beginning of a word; a column for each second letter, then that for the
    // end of a word; a is no bit, b half a bit, and so on. Counted in the words of technical manuals and of the messages of
    // common programs, three fifths of them English
    private static final double[][] BITS = bits("""
            okjjsokokqmhjgpksgiglmppmph
            gopsfqqqhmsfoqhqviknhtrtltj
            gulrhtufixjkstfrvjohkuwwpxi
            hqrmespqgqsnqphqylkqkqqtoud
            kojimmmqmtqjkgqmpghjpnplpre
            htqngiqtevwjqqgowjlkiwuumvh
            hprpfsmkivrlojjoxikniurwrte
            fstqetvqgvtmoogsxkokjvqzpwf
            jmikjlkttqojjehmqkihrltotmj
            eorlepqqhslpqmgnzskugoqztoj
            goqpfqolhwomplhmylijjrnypsf
            gqqkfoprfurhqrhpwrlkjpsrjug
            firqersugytojohhyrlpjssurvh
            irjhhmgqjsnoqmjquriglnswoqf
            omkkomlsmrnjifljtgjjilkrrsg
            fqnofqomiyrhrsgjvgljjtsupvh
            mzwsrzzzmzzjtrpytpsobzlzsuj
            gomlepmrhvnnllhpuljjkoqvmrg
            jsjsgqqkhwonppjkqqigjrqwmtd
            gtnqfrsifwsnqsipyiklktqtlqf
            jkkminlrjroiigojvghhrprprqi
            fsqscstwfwyqpqhrznpsorttryk
            fsrqftrhgwsnsjhrzjkroxrsrxg
            ipjqhoqpgzrpnvnfvrqforqlnre
            iooskvqxkusnjjiiznilmsowsqc
            fprpdsqnfstoqriurrqmitmtokh
            hjhijjllipljikkipihikllrppz
            """.split("\n"));

    private LetterPairs() {
    }

    /** @param first and second from 0 for a to 25 for z, or {@link #BOUNDARY} */
    static double bits(int first, int second) {
        return BITS[first][second];
    }

    private static double[][] bits(String[] rows) {
        double[][] bits = new double[rows.length][BOUNDARY + 1];
        for (int first = 0; first < rows.length; first++) {
            for (int second = 0; second <= BOUNDARY; second++) {
                bits[first][second] = (rows[first].charAt(second) - 'a') / 2.0;
            }
        }
        return bits;
    }
}
