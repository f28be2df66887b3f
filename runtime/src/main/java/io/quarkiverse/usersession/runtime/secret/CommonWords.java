package io.quarkiverse.usersession.runtime.secret;

/**
 * Words that secrets are made of when people make them: frequent ones of English, those of programs and their configuration,
 * and those of passwords. They are in order, so that all that begin alike stand together, and are looked up letter by letter.
 */
final class CommonWords {

    static final String[] ALL = """
            abandon ability able about above absent absorb account achieve acme across actual add address adipiscing admin \
            administrator afraid after again against age agency ago agree air alice all allow almost along alpha alphabet \
            already also although always amazon america american amet among amount anchor ancient and angeles anger angular \
            animal anna another answer antique any anybody anyone anything api app appear apple application apps april \
            arctic are area aren arm armor around arrange arrive arrow art artist ask atom attack august auth autumn avoid \
            aware away aws azure baby back backend bacon bad badge ball balloon banana band bank bar barrel baseball basic \
            basket bat batman battery baz beach bear beard beat beauty beaver because become bed been before began begin \
            behind being believe bell below bench berlin beside best beta better between beyond bicycle big bird bit bits \
            black blanket block blood blossom blow blue board boat bob body bone book boot border born both bottle bottom \
            bought box boxing boy bracelet branch bravo bread break breeze bridge bright bring broad broke bronze brother \
            brought brown brush bubble bucket build burn business busy but butter button buy byte bytes cactus call came \
            camera camp can candle cannot canvas canyon capital captain car carbon card career carpet carry cart case castle \
            cat catch cattle caught cell cellar cent center central century ceramic certain chair chance change changed \
            changeit changeme char character characters charge charlie charm chars chart check cheese cherry chick chief \
            child children chocolate choose chord cipher circle circus citizen city claim clean clear clearly clever client \
            climate climb clock close clothe cloud clover cluster coast coat coconut coffee collar collect colony color \
            column com come comet commit common company compare compass complete computer concert condition config \
            configuration configure congress connect consectetur consider consonant constitution contain container continent \
            continue contoso control cook cookie cookies cool copper copy coral corn corner corporation correct cosmic cost \
            cottage cotton could council count country couple courage course cousin cover cow cradle crayon crease create \
            cricket crop crowd cry crypto crystal culture current customer cut dad damage dance danger daniel dark database \
            david dawn day dead deal dear death debate decade december decide decimal decrypt deep default defaults defense \
            degree delight delta demo denim depend deploy deployment describe desert design despite detail determine dev \
            develop developer development diamond dictionary did didn die different difficult dinner director discuss \
            disease dishwasher distant divide division django docker doctor does doesn dog dollar dolor dolphin domain \
            domino don done donkey door double down dozen dragon drama draw dream dress drink drive drop dry duck dummy \
            during each eagle ear early earth east easy eat echo edge effect effort egg eight eighty either elbow election \
            electric element elephant eleven elit else embassy emerald empire employee encrypt encrypted encryption end \
            enemy energy engine engineer england enough enter entire env environment epsilon equal equality especially even \
            evening event ever every everybody everyone everything evidence exact exactly example examples excellent except \
            excite executive exercise expect experience experiment explain explore express external eye fabric face fact \
            factor fair falcon fall family famous fancy far farm fast fat father favor fear feather february federal feed \
            feeling feet fell felt festival few fiction field fifteen fifty fig fight figure fill filter final finally find \
            fine finger finish first fish fit five fixme flame flask flat flavor floor flow flower flute follow foo foobar \
            food foot football for force foreign forest forever forget forgot form forty forward fossil found four fourteen \
            fox foxtrot fraction france francisco fraternity free freedom fresh friday friend from front frontend fruit full \
            fun furniture future galaxy game gamma garage garden garlic gas gather gave general generate generated generator \
            gentle germany get ginger giraffe girl git github gitlab give glacier glad glass globe goat goes gold golf gone \
            good google gorilla got grand grape grass gravity gray great green grew group grow growth guess guide guitar gun \
            had hair hammer hand happen happy harbor hard hardware harvest has hash hashed hat have head health hear heard \
            heart heat heavy held hello help her here hero heroku hidden hide high hill him himself his history hit hobby \
            hold hole home homework honey hope horse host hostname hot hotel hour house how however http https huge human \
            humor hundred hunt hunter hurry husband ice idea identify igloo iloveyou image imagine impact important improve \
            inch include income increase indeed india indicate individual industry insect insecure insert inside instant \
            instrument interest internal internet interview into invent investment involve ipsum iron island isn issue italy \
            its itself ivory jacket jaguar james january java javascript jazz jelly jennifer jewel job john join jordan joy \
            judge jugs juliet july jump jumped jumping jumps june jungle just justice jwt kafka keep keeping kept kettle key \
            keyboard keys kill kilo kind kingdom kitchen kitten kiwi knew know knowing known knows kong kubernetes ladder \
            lady lake land language lantern laptop laravel large last later laugh law lawyer lazy lead leader learn least \
            leave led left leg legend lemon length leopard let letmein letter level liberty library lie life lift light like \
            likely lima line lion liquid liquor list listen little live lizard lobster local localhost locate log login \
            logon london lone long longer look lorem lost lot loud love low lucky lunar machine made magazine magic magnet \
            main maintain major majority make makes making man manage manager mango many map maple marble march maria mark \
            market mary mass master match material matter maximum may maybe meadow mean meant measure meat medal media \
            medical meet mega melody member memory men mention message metal method michael middle might mike mile military \
            milk million mind mine minimum minute mirror miss mission mix mobile modern molecule moment monday money mongo \
            monkey month moon more morning mosaic most mother motion mount mountain mouth move movement much museum music \
            must mustard myself mysql mystery name napkin nation nations native natural nature near nearly necessary neck \
            need needle neighbor nephew net network never new newspaper next night nine ninety nobler nobody node noise none \
            noodle noon nor north northwind nose not note nothing noun novel november now number nuxt oasis oauth object \
            observe occur ocean october off offer office officer official often oil old olive omega once one onion only open \
            opera operate operation opposite option orange orbit orchard order org organ original oscar other our out \
            outside over own owner oxygen oyster paddle page paint pair palace panda papa paper parade paragraph parent \
            paris parrot part particular partner party passcode passed passphrase password passwords passwort past path \
            patrol pattern paul pay payment peach peanut pebble pencil penguin people pepper perhaps period personal peter \
            phantom phone phrase physical piano pick picture piece pigeon pilot pirate pitch pizza place placeholder plan \
            plane planet plant plastic play player please plural pocket poem poetry point pokemon policy political politics \
            poor popcorn popular populate position positive possible post postgres postgresql potato pound power practice \
            prepare present president pressure pretty prevent price prince princess print private probable probably problem \
            process prod produce product production professor program programmer programming project proper property protect \
            prove provide public pull purple push put puzzle pyramid python quality quarkus quart quartz quebec question \
            quick quickly quiet quite quotient qux rabbit race radar radio rail rails raise ran random randomly range rather \
            raven reach react read reality realize really reason receive recent recently record red redis reduce reflect \
            region relate relationship release remain remember remix remove repeat replace replaced replaceme reply report \
            represent republican require research resource respond response rest result return reveal ribbon rich ride right \
            ring rise ritual river robert robot rock rocket roll romeo room root rope rose router row rub ruby run saddle \
            safari safe said sail salmon salt same sample sand sapphire sat saturday save saw say scale scarf scene school \
            science scientist score screen sea search season seat second secret secrets section secure secured security see \
            seed seek seem segment select sell send senior sense sent sentence separate september series serious server \
            service services session sessions set setting settings settle seven seventy several shadow shall shape share \
            sharp she sheet shell shelter shield shine ship shoe shoot shop shore short should shoulder shout show side \
            sierra sight sign signed significant signin signing silent silk silver similar simple simply since single sister \
            sit site situation sixty size sketch skill skin sky slave sleep slip slogan slow small smell smile snake snow \
            social society soft software soil soldier solution solve some somebody someone something sometimes son song \
            sonic soon sound source space spain speak special specific speech speed spell spend sphinx spider spirit spoke \
            spot spread spring square squirrel stadium staff stage staging stand standard staple star start starwars state \
            statement states station statue stay steam steel step stereo stick still stock stone stood stop store story \
            straight strange strategy strawberry stream street stretch string strings strong stronger strongest structure \
            student study style subject substance subtract success such sudden suddenly suffer suffix sugar suggest suit \
            summer sun sunday sunset sunshine super superman supply support sure surface surprise svelte swallow swim symbol \
            symfony system table tablet tail take talk tall tango teach team teapot teeth television tell telling \
            temperature temple tender term test tester testing tests text than thank that the their them themselves then \
            theory there these they thick thin thing things think third thirteen thirty this thomas those though thought \
            thousand threat three through throughout throw thursday thus ticket tie tiger timber time times tiny tire today \
            todo together token tokens told tomato tomorrow tone tonight too took tool top tornado total touch toward tower \
            town track trade traditional train training travel treat treatment tree triangle trigger trip trophy troubador \
            trouble truck true trustno truth try tube tuesday tulip tunnel turn turtle twelve twenty two type typescript \
            ultra umbrella under understand unicorn uniform united unsafe until upon use used user username users uses using \
            usually vacuum valley value values vampire vanilla variable various vary velvet version vertx very vessel victim \
            victor view village vintage violence violet violin visit voice volcano vow vowel vue wagon wait walk wall walnut \
            walrus want warm warrior was wash wasn watch water wave way weak weapon wear weather web website wednesday week \
            weight welcome well went were what whatever wheel when where whether which while whiskey whisper white who whole \
            whose why wide wife wild will william willow win wind window wing winter wire wisdom wish with within without \
            wizard wizards woman women won wonder word work worker world worry worst would write writer written wrong wrote \
            www xray yankee yard year yellow yes yesterday yet yogurt york you young your yours yourself zebra zero zipper \
            zulu\
            """.split(" ");

    /** The words that begin with the letters so far, as the number of the first and that of the first after them. */
    record Range(int first, int end) {

        static final Range ALL_WORDS = new Range(0, ALL.length);

        /** Those of the range whose next letter is this one. */
        Range with(int position, char letter) {
            int from = first(position, letter);
            return new Range(from, new Range(from, end).first(position, (char) (letter + 1)));
        }

        private int first(int position, char letter) {
            int low = first;
            int high = end;
            while (low < high) {
                int middle = low + high >>> 1;
                String word = ALL[middle];
                if (position < word.length() && word.charAt(position) >= letter) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        boolean isEmpty() {
            return first == end;
        }

        /** Whether the letters so far are a word, which stands before the longer ones. */
        boolean hasWord(int length) {
            return !isEmpty() && ALL[first].length() == length;
        }
    }

    private CommonWords() {
    }
}
