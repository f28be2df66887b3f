package io.quarkiverse.usersession.runtime.secret;

/**
 * Words that people use when they make up secrets: frequent English words, and words from programs, their configuration and
 * passwords. They are sorted, so words with the same beginning are adjacent, and are looked up letter by letter.
 */
final class CommonWords {

    static final String[] ALL = """
            abandon aber ability able about above absent absorb account achieve acht acme across actual add address \
            adipiscing admin administrator aendern afraid after again against age agency ago agree air alert alice aliqua \
            all allow almost along alpha alphabet already also although always amazon america american amet among amor amore \
            amount amour anche anchor ancient and angeles anger angular animal anna another answer antique anwendung any \
            anybody anyone anything api app appear apple application apps april arctic are area aren arm armor around \
            arrange arrive arrow art artist ask atom attack auch aufgaben august auth autumn avec avoid aware away aws azure \
            baby back backend bacon bad badge ball balloon banana band bank bar barada barrel baseball basic basket bat \
            batman battery baz beach bear beard beat beatles beauty beaver because become bed been before began begin behind \
            being believe bell below bench benutzer berlin beryllium beside best beta better between beyond bicycle bien big \
            bird birthday bit bits black blanket block blood blossom blow blue board boat bob body bone bonjour book boot \
            border born boron both bottle bottom bought box boxing boy bracelet branch bravo bread break breeze bridge \
            bright bring broad broke bronze brother brought brown brush bubble bucket build burn business busy but butter \
            button buy byte bytes cactus call cambiar came camera camp can candle cannot canvas canyon capital captain car \
            carbon card career carpet carry cart case castle cat catch cattle caught cell cellar cent center central century \
            ceramic certain chair chance change changed changeit changeme changer chanson char character characters charge \
            charlie charm chars chart chave check cheese cherry chiave chick chief child children chocolate choose chord \
            cinco cipher circle circus citizen city claim clave clean clear clearly clever client climate climb clock close \
            clothe cloud clover cluster coast coat coconut coffee collar collect colony color column com come comet comme \
            commit common como company compare compass complete computer concert condition config configuration configure \
            congress connect consectetur consider consonant constitution contain container continent continue contoso \
            contrasena control cook cookie cookies cool copper copy coral corazon corge corn corner corporation correct \
            cosmic cost cottage cotton could council count country couple courage course cousin cover cow cradle crayon \
            crease create cricket crop crowd cry crypto crystal cuando cuatro culture current customer cut dad damage dampf \
            dance danger daniel dans dark database david dawn day dead deal dear death debate decade december decide decimal \
            decrypt deep default defaults defense degree dein deine delight delta demo denim depend deploy deployment \
            describe desert design despite detail determine deutschland dev develop developer development diamond dictionary \
            did didn die different difficult dinner director discuss disease dishwasher distant divide division django \
            docker doctor document does doesn dog dollar dolor dolore dolphin domain domino don done donkey door double down \
            dozen dragon drama draw dream drei dreizehn dress drink drive drop dry duck dummy durch during each eagle ear \
            early earth east easy eat echo edge effect effort egg eight eighty eine einem einen einer einmal eins either \
            eiusmod elbow election electric element elephant eleven elit else email embassy emerald empire employee encrypt \
            encrypted encryption end enemy energy engine engineer england enim enough enter entire env environment epsilon \
            equal equality especially etikettierung even evening event ever every everybody everyone everything evidence \
            exact exactly example examples excellent except excite executive exercise expect experience experiment explain \
            explore express external eye fabric face fact factor fahrt fair falcon fall family famous fancy far farm fast \
            fat father favor fear feather february federal feed feeling feet fell felt festival few fiction field fifteen \
            fifty fig fight figure fill filter final finally find fine finger finish firma first fish fit five fixme flame \
            flask flat flavor fleisch floor flow flower fluorine flute follow foo foobar food foot football for force \
            foreign forest forever forget forgot form forty forward fossil found four fourteen fox foxtrot fraction france \
            francisco fraternity free freedom freiheit fresh freude friday friend from front frontend fruit fuchs fuenf full \
            fun furniture future galaxy game games gamma garage garden garlic garply gas gather gave gegen geheim geheimer \
            geheimnis general generate generated generator gentle germany gesellschaft gesetz gestern get ginger giraffe \
            girl git github gitlab give glacier glad glass globe goat goes goetterfunken gold golf gone good google gorilla \
            got grand grape grass grault gravity gray great green grew groesseren groesserer grossen group grow growth guess \
            guide guitar gun haben hack hacker had hair hammer hand happen happy harbor hard hardware harvest has hash \
            hashed hat hatte haus have head health hear heard heart heat heavy held helium hello help her here hero heroku \
            heute hidden hide high hill him himself his history hit hobby hold hole home homework honey hope horse host \
            hostname hot hotel hour house how however href html http https huge human humor hund hundert hundred hunt hunter \
            hurry husband hydrogen ice idea identify igloo iloveyou image imagine impact import important improve inch \
            incididunt include income increase indeed india indicate individual industry insect insecure insert inside \
            instant instrument interest internal internet interview into invent investment involve ipsum iron island isn \
            issue italy its itself ivory jacket jaguar jahr jamais james january java javascript jazz jeden jeder jedes \
            jelly jennifer jewel job john join jordan jour joy judge jugs juliet july jump jumped jumping jumps june jungle \
            just justice jwt kafka kann kapitaen katze keep keeping kennwort kept kettle key keyboard keys kill kilo kind \
            kingdom kitchen kitten kiwi klaatu kleine kleinen knew know knowing known knows kong kubernetes labore ladder \
            lady lake land language lantern laptop laravel large last later laugh law lawyer lazy lead leader learn least \
            leave leben led left leg legend lemon length leopard let letmein letter leur level liberty library lie life lift \
            light like likely lima line lion liquid liquor list listen lithium little live lizard lobster local localhost \
            locate log login logon london lone long longer look lorem lost lot loud love low lucky lunar maar machine made \
            magazine magic magna magnesium magnet main maintain mais maison major majority make makes making man manage \
            manager mango many map maple marble march maria mark market mary mass master match material matter maximum may \
            maybe meadow mean meant measure meat medal media medical meet mega mein meine melody member memory men menschen \
            mention message metal method michael middle might mike mile military milk million mind mine minim minimum minute \
            mirror miss mission mix mobile modern molecule molto moment monday monde money mongo monkey month moon more \
            morgen morning mosaic most motdepasse mother motion mount mountain mouth move movement much mundo museum music \
            musik must mustard mustermann myself mysql mystery nach nacht name napkin nation nations native natural nature \
            near nearly necessary neck need needle neighbor neon nephew net network neun neunzehn never new newspaper next \
            nicht niet night nikto nine ninety nirvana nitrogen nobler nobody noch node noise none noodle noon nor north \
            northwind nose nostrud not note nothing noun nous novel november now nuestro nueve nuit number nuxt oasis oauth \
            object obrigado observe occur ocean ocho october off offer office officer official often oil old olive omega \
            once one onion only open opera operate operation opposite option orange orbit orchard order org organ original \
            oscar other our out outside over own owner oxygen oyster paddle page paint pair palace panda papa paper para \
            parade paragraph parent paris parola parrot part particular partner party passcode passed passphrase password \
            passwords passwort past path patrol pattern paul pay payment peach peanut pebble pencil penguin people pepper \
            perhaps period pero personal peter peut phantom phone phrase physical piano pick picture piece pigeon pilot \
            pirate pitch pizza place placeholder plan plane planet plant plastic play player please plugh plural plus pocket \
            poem poetry point pokemon policy political politics poor popcorn popular populate position positive possible \
            post postgres postgresql potato pound pour power practice prepare present president pressure pretty prevent \
            price prince princess print private probable probably problem process prod produce product production professor \
            program programmer programming project proper property protect prove provide public pull purple push put puzzle \
            pyramid python quaelt quality quarkus quart quartz quebec question questo quick quickly quiet quis quite \
            quotient quux qux rabbit race radar radio rail rails raise ran random randomly range rather raven reach react \
            read reality realize really reason receive recent recently record red redis reduce reflect region relate \
            relationship release remain remember remix remove repeat replace replaced replaceme reply report represent \
            republican require research resource respond response rest result return reveal rhapsody ribbon rich ride right \
            rind ring rise ritual river robert robot rock rocket roll romeo room root rope rose router row rub ruby run \
            saddle safari safe said sail salmon salt same sample sand sans sapphire sat saturday saudade save saw say scale \
            scarf scene schiff schluessel schoener school science scientist score screen script sea search season seat sechs \
            second secret secreta secrete secreto secrets section secure secured security see seed seek seem segment segredo \
            segreto segura seguro sein seine select sell sempre send senha senior sense sent sentence separate september \
            series serious server service services sesion session sessions set setting settings settle seven seventy several \
            shadow shall shape share sharp she sheet shell shelter shield shine ship shoe shoot shop shore short should \
            shoulder shout show sicher sicherheit side sieben sierra sight sign signed significant signin signing silent \
            silk silver similar simple simply since single sister sit site situation sitzung sixty size sketch skill skills \
            skin sky slave sleep sleutel slip slogan slow small smell smile snake snow sobre social society sodium soft \
            software soil soldier solution solve some somebody someone something sometimes son song sonic sono sont soon \
            sound source space spain speak special specific speech speed spell spend sphinx spider spirit spoke spot spread \
            spring square squirrel stadium staff stage staging stand standard staple star start starwars state statement \
            states station statue stay steam steel step stereo stick still stock stone stood stop store story straight \
            strange strategy strawberry stream street stretch string strings strong stronger strongest structure student \
            study style subject submarine substance subtract success such sudden suddenly suffer suffix sugar suggest suit \
            summer sun sunday sunset sunshine super superman supply support sure surface surprise svelte swallow swim symbol \
            symfony system table tablet tail take talk tall tango tausend teach team teapot teeth television tell telling \
            temperature temple tempo tempor temps tender term test tester testing tests text than thank that the their them \
            themselves then theory there these they thick thin thing things think third thirteen thirty this thomas those \
            though thought thousand threat three through throughout throw thud thursday thus ticket tie tiempo tiene tiger \
            timber time times tiny tire tochter today todo together token tokens told tomato tomorrow tone tonight too took \
            tool top tornado total touch toujours tout toward tower town track trade traditional train training travel treat \
            treatment tree tres triangle trigger trip trophy troubador trouble truck true trustno truth try tube tuesday \
            tulip tunnel turn turtle tutto twelve twenty two type typescript ueben ueber uebertragung ueberwachung ultra \
            umbrella unantastbar under understand unicorn uniform united unmoeglich unsafe unser unsere unter until upon use \
            used user username users uses using usually usuario vacuum valley value values vampire vanilla variable various \
            vary veinte velvet veniam version vertx very vessel victim victor vida vier vierzehn view village vintage \
            violence violet violin visit vita voice volcano voor vous vow vowel vue wachtwoord wagon wait waldo walk wall \
            walnut walrus want warm warrior warum was wash wasn watch water wave way weak weapon wear weather web website \
            wednesday week weight welcome well welt wenn went werden were what whatever wheel when where whether which while \
            whiskey whisper white who whole whose why wide wife wild will william willow win wind window wing winter wire \
            wisdom wish with within without wizard wizards woman women won wonder word work worker world worry worst would \
            write writer written wrong wrote wuerde wurde www xray xyzzy yankee yard year yellow yes yesterday yet yogurt \
            york you young your yours yourself zebra zehn zero zijn zipper zulu zwanzig zwei zwerg zwischen zwoelf\
            """.split(" ");

    /** The range of words that begin with the letters so far: from the first one up to the first one that does not. */
    record Range(int first, int end) {

        static final Range ALL_WORDS = new Range(0, ALL.length);

        /** The words of the range whose next letter is this one. */
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

        /** Whether the letters so far are a word. It comes before longer words. */
        boolean hasWord(int length) {
            return !isEmpty() && ALL[first].length() == length;
        }
    }

    private CommonWords() {
    }
}
