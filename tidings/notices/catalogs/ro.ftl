### Romanian, for readers from Romania and Moldova, "dumneavoastră", with ș and ț (comma below, never cedilla). Text messages are worded so that no letter with a diacritic is needed, which gives them 160 letters instead of 70: no polite imperatives (-ți) there. "Notificare" is the notice. Words that make the reader a man or a woman (reținut, născut) are gone round: "în detenție". Least sure: reply-start, reply-who, notice-title, notice-can-danger ("funcționar" for officer).

teaser-sms = Avem un mesaj important pentru persoana care are acest telefon. Detalii pe internet la { $web } sau la telefon { $hotline }. Codul: { $code }
teaser-sms-again = Avem un mesaj nou pentru persoana care are acest telefon. Detalii pe internet la { $web } sau la telefon { $hotline }. Codul: { $code }

reply-stop = De acum nu mai trimitem mesaje la acest telefon. Pentru detalii, telefon: { $hotline }.
reply-start = Acest telefon va primi din nou mesajele noastre. Pentru oprirea lor, un mesaj cu textul STOP. Pentru detalii, telefon: { $hotline }.
reply-help = Avem un mesaj pentru persoana care are acest telefon. Detalii pe internet la { $web } sau la telefon { $hotline }. Pentru oprirea mesajelor: STOP.
reply-who = Alte persoane pot citi acest mesaj. De aceea nu putem spune aici mai mult. La telefon { $hotline }, pe baza codului primit, putem spune cine suntem.
reply-other = Mesajele trimise aici nu sunt citite de nimeni. Pentru detalii, telefon: { $hotline }.

teaser-whatsapp = Un birou are informații importante pentru persoana care folosește acest telefon. Ca să le primiți, scrieți { $web } într-un browser sau sunați la { $hotline }. Codul dumneavoastră este { $code }. Nu vă vom cere niciodată bani sau o parolă.
teaser-whatsapp-again = Un birou are informații noi pentru persoana care folosește acest telefon. Ca să le primiți, scrieți { $web } într-un browser sau sunați la { $hotline }. Codul dumneavoastră este { $code }. Nu vă vom cere niciodată bani sau o parolă.

teaser-voice-hello = Bună ziua. Acest apel este pentru persoana care folosește acest telefon.
teaser-voice-press = Ca să ascultați mesajul, apăsați tasta 1.
teaser-voice-stop = Ca să nu mai primiți apeluri, apăsați tasta 9.
teaser-voice-stopped = Nu vă vom mai suna. La revedere.
teaser-voice-message = Un birou are informații importante pentru persoana care folosește acest telefon. Vă rugăm să luați hârtie și pix.
teaser-voice-message-again = Un birou are informații noi pentru persoana care folosește acest telefon. Vă rugăm să luați hârtie și pix.
teaser-voice-reach = Ca să le primiți, sunați la acest număr: { $hotline }.
teaser-voice-code = Veți avea nevoie de acest cod: { $code }.
teaser-voice-never = Nu vă vom cere niciodată bani sau o parolă.
teaser-voice-again = Ca să ascultați încă o dată, apăsați tasta 1.
teaser-voice-goodbye = Vă mulțumim. La revedere.

teaser-email-subject = Informații importante pentru dumneavoastră
teaser-email-subject-again = Informații noi pentru dumneavoastră
teaser-email-opening = Biroul nostru are informații importante pentru persoana care folosește această adresă de e-mail.
teaser-email-opening-again = Biroul nostru are informații noi pentru persoana care folosește această adresă de e-mail.
teaser-email-why = Nu le punem într-un e-mail, pentru că alte persoane vă pot citi e-mailurile.
teaser-email-reach = Ca să le primiți, scrieți { $web } într-un browser sau sunați la { $hotline }.
teaser-email-code = Codul dumneavoastră este { $code }. Spuneți-ne acest cod când sunați.
teaser-email-genuine = Cum puteți ști că mesajul este adevărat? Fiecare mesaj de la noi pentru dumneavoastră are același cod. Puteți și să rugați o persoană de încredere să ne caute numărul de telefon și să ne sune în locul dumneavoastră.
teaser-email-never = Acest e-mail nu are niciun link. Nu vă vom cere niciodată bani sau o parolă.
teaser-email-closing = Dacă nu folosiți această adresă, vă rugăm să ștergeți acest e-mail.

teaser-letter-title = Informații importante pentru dumneavoastră
teaser-letter-title-again = Informații noi pentru dumneavoastră
teaser-letter-opening = Biroul nostru are informații importante pentru persoana numită în această scrisoare.
teaser-letter-opening-again = Biroul nostru are informații noi pentru persoana numită în această scrisoare.
teaser-letter-why = Nu le punem într-o scrisoare, pentru că alte persoane vă pot deschide scrisorile.
teaser-letter-reach = Ca să le primiți, scrieți { $web } într-un browser sau sunați la { $hotline }.
teaser-letter-code = Codul dumneavoastră este { $code }. Spuneți-ne acest cod când sunați.
teaser-letter-genuine = Cum puteți ști că scrisoarea este adevărată? Fiecare mesaj de la noi pentru dumneavoastră are același cod. Puteți și să rugați o persoană de încredere să ne caute numărul de telefon și să ne sune în locul dumneavoastră.
teaser-letter-never = Nu vă vom cere niciodată bani sau o parolă.
teaser-letter-closing = Dacă această scrisoare nu este pentru dumneavoastră, vă rugăm să o distrugeți. Nu trebuie să faceți nimic altceva.

beside-note = Un calculator a tradus acest text. Nicio persoană nu l-a verificat încă. Textul în engleză este mai jos. Dacă sunt diferențe, contează textul în engleză.
beside-heading = Textul în engleză

attorney-email-subject = O chestiune de confidențialitate despre unul sau mai mulți clienți ai dvs.
attorney-email-opening = Vă scriem despre unul sau mai mulți dintre clienții dumneavoastră. În evidențele noastre, dumneavoastră îi reprezentați.
attorney-email-matter = Este o chestiune de confidențialitate. Clienții dumneavoastră au dreptul să afle despre ea și dorim să știți și dumneavoastră.
attorney-email-why = Nu numim niciun client într-un e-mail. Vă vom da notificarea completă pentru fiecare client când vom ști sigur că vorbim cu dumneavoastră.
attorney-email-reach = Vă rugăm să sunați la { $hotline }, să scrieți { $web } într-un browser sau să trimiteți un e-mail la { $email }.
attorney-email-code = Vă rugăm să aveți la îndemână cele de mai jos. Fiecare cod înseamnă un client: { $code }
attorney-email-client = Vă rugăm să vorbiți despre aceasta cu clientul dumneavoastră între patru ochi. Alte persoane pot vedea telefonul sau scrisorile clientului.
attorney-email-genuine = Vă rugăm să verificați că mesajul este adevărat. Căutați pe cont propriu numărul nostru de telefon, sunați-ne și cereți-ne să confirmăm codurile.
attorney-email-never = Acest e-mail nu are niciun link. Nu vă vom cere niciodată bani sau o parolă, nici dumneavoastră, nici clienților dumneavoastră.

attorney-letter-title = O chestiune de confidențialitate despre unul sau mai mulți clienți ai dvs.
attorney-letter-opening = Vă scriem despre unul sau mai mulți dintre clienții dumneavoastră. În evidențele noastre, dumneavoastră îi reprezentați.
attorney-letter-matter = Este o chestiune de confidențialitate. Clienții dumneavoastră au dreptul să afle despre ea și dorim să știți și dumneavoastră.
attorney-letter-why = Nu numim niciun client în această scrisoare, pentru că alte persoane din biroul dumneavoastră o pot deschide. Vă vom da notificarea completă pentru fiecare client când vom ști sigur că vorbim cu dumneavoastră.
attorney-letter-reach = Vă rugăm să sunați la { $hotline }, să scrieți { $web } într-un browser sau să trimiteți un e-mail la { $email }.
attorney-letter-code = Vă rugăm să aveți la îndemână cele de mai jos. Fiecare cod înseamnă un client: { $code }
attorney-letter-client = Vă rugăm să vorbiți despre aceasta cu clientul dumneavoastră între patru ochi. Alte persoane pot vedea telefonul sau scrisorile clientului.
attorney-letter-genuine = Vă rugăm să verificați că scrisoarea este adevărată. Căutați pe cont propriu numărul nostru de telefon, sunați-ne și cereți-ne să confirmăm codurile.
attorney-letter-never = Nu vă vom cere niciodată bani sau o parolă, nici dumneavoastră, nici clienților dumneavoastră.

notice-title = Notificare despre o încălcare a securității datelor
notice-for = Această notificare este pentru { $name }.
notice-from = Vine de la acest birou: { $organisation }. Persoane care nu aveau dreptul să vadă informațiile dumneavoastră private le-au putut vedea. Ne pare rău. Această notificare spune ce s-a întâmplat și ce puteți face.
notice-alone = Dacă puteți, citiți această notificare fără alții de față sau împreună cu o persoană de încredere.

notice-happened = Ce s-a întâmplat
place-public-website = Informațiile dumneavoastră au fost puse din greșeală pe un site public. Oricine le putea deschide și citi.
notice-happened-when = Au fost acolo din { $began } până în { $ended }.
notice-happened-found = Am aflat acest lucru la data de { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Evidențele noastre nu arată nicio descărcare în acest timp. Totuși, este posibil ca cineva să le fi citit.
        [one] Știm că au fost descărcate de la { $downloads } adresă de internet. Cine are o copie poate să o fi dat și altora.
        [few] Știm că au fost descărcate de la { $downloads } adrese de internet. Cine are o copie poate să o fi dat și altora.
       *[other] Știm că au fost descărcate de la { $downloads } de adrese de internet. Cine are o copie poate să o fi dat și altora.
    }
notice-happened-downloads-unknown = Nu putem ști cine le-a citit sau cine are o copie.

notice-information = Ce informații sunt implicate
notice-information-list = Aceste informații despre dumneavoastră au fost acolo:
notice-information-unknown = Încă nu putem spune ce informații despre dumneavoastră au fost acolo. Sunați-ne și vă vom spune ce știm.
notice-encrypted-no = Nu erau criptate, adică nu erau încuiate cu o cheie secretă. Oricine le avea le putea citi.
notice-encrypted-yes = Erau criptate, adică încuiate cu o cheie secretă. Le poate citi numai cine are și acea cheie.
notice-encrypted-part = O parte dintre ele erau criptate, adică încuiate cu o cheie secretă. Restul nu erau. Oricine avea restul îl putea citi.
kind-name = Numele dumneavoastră
kind-birth-date = Data nașterii dumneavoastră
kind-reference = Numărul dosarului dumneavoastră (de exemplu, un număr A, „A-Number”)
kind-birth-country = Țara în care v-ați născut
kind-nationality = Naționalitatea dumneavoastră
kind-sex = Sexul dumneavoastră
kind-language = Limba pe care o vorbiți
kind-custody = Dacă ați fost în detenție sau în libertate
kind-facility = Locul în care ați fost în detenție
kind-case = În ce stadiu este cazul dumneavoastră de imigrare
kind-phone = Numărul dumneavoastră de telefon
kind-email = Adresa dumneavoastră de e-mail
kind-address = Adresa dumneavoastră poștală
kind-attorney = Numele avocatului sau avocatei dumneavoastră și cum se poate lua legătura cu această persoană
kind-notes = Note despre cum se poate lua legătura cu dumneavoastră
kind-other = Alte informații din dosarul dumneavoastră

notice-meaning = Ce poate însemna acest lucru
notice-meaning-known = Este posibil ca persoane pe care nu le cunoașteți să aibă acum aceste informații. Nu le putem lua înapoi de la ele.
notice-meaning-safety = Dacă ați venit aici ca să fiți în siguranță față de un guvern, un grup sau o persoană, este posibil ca acestea să afle acum că ați cerut protecție și unde sunteți sau unde ați fost. Poate că trebuie să știe și familia dumneavoastră.
notice-meaning-case = Acest lucru poate conta în cazul dumneavoastră de imigrare sau de azil, sau în orice caz în care cereți protecție. Poate fi un fapt nou pe care trebuie să îl afle un judecător sau un funcționar. Un avocat sau o avocată vă poate spune ce înseamnă pentru dumneavoastră.
notice-meaning-fraud = Unele persoane pot folosi informațiile dumneavoastră ca să vă înșele. Pot spune că sunt de la guvern, de la un tribunal sau de la biroul nostru. Pot ști lucruri despre dumneavoastră. Asta nu înseamnă că sunt cinstite.

notice-doing = Ce facem noi
notice-doing-removed = Informațiile nu mai sunt acolo. Au fost scoase la data de { $ended }.
notice-doing-telling = Anunțăm fiecare persoană ale cărei informații au fost acolo, într-un mod care încearcă să o țină în siguranță.
notice-doing-again = Când vom afla mai multe, vă vom anunța din nou.

notice-can = Ce puteți face dumneavoastră
notice-can-lawyer = Vorbiți curând despre această notificare cu avocatul sau avocata dumneavoastră. Dacă nu aveți, cereți ajutor unei organizații de asistență juridică.
notice-can-keep = Păstrați această notificare într-un loc sigur. O puteți arăta la tribunal sau unui funcționar.
notice-can-danger = Dacă sunteți acum în pericol, sunați la poliție (911 în Statele Unite). Dacă sunteți în detenție, spuneți avocatului sau avocatei dumneavoastră, sau unui funcționar în care aveți încredere.
notice-can-family = Gândiți-vă cine mai trebuie să știe, de exemplu familia, dacă poate fi în pericol.
notice-can-phone = Cereți companiei dumneavoastră de telefon să pună un PIN la contul dumneavoastră. Schimbați PIN-ul mesageriei vocale și parola e-mailului.
notice-can-fraud = Nu plătiți nimic și nu dați alte informații nimănui care vă sună sau vă scrie despre acest lucru.

notice-more = Pentru mai multe informații
notice-more-ask = Ne puteți pune orice întrebare. Spuneți-ne codul dumneavoastră: { $code }
notice-more-phone = Telefon: { $hotline }
notice-more-web = Internet: scrieți { $web } într-un browser
notice-more-email = E-mail: { $email }
notice-more-post = Poștă: { $post }
notice-agencies = Și aceste birouri publice vă pot spune cum să vă feriți de folosirea greșită a informațiilor dumneavoastră:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Cum puteți ști că această notificare este adevărată
notice-genuine-code = Codul dumneavoastră este { $code }. Fiecare mesaj de la noi pentru dumneavoastră are același cod.
notice-genuine-check = Sunați la { $hotline } sau scrieți { $web } într-un browser și întrebați dacă acest cod este corect. Avocatul sau avocata dumneavoastră poate face acest lucru în locul dumneavoastră.
notice-genuine-never = Nimeni de la biroul nostru nu vă va cere bani sau o parolă. Dacă cineva o face, nu suntem noi.

supplement-opening = V-am mai scris despre acest lucru. Acum știm mai multe. Această notificare ține locul celei pe care v-am trimis-o înainte.
supplement-code = Codul dumneavoastră este același ca înainte.
supplement-new = Ce știm acum
supplement-keep = Păstrați și notificarea de dinainte. Avocatul sau avocata dumneavoastră poate dori să le vadă pe amândouă.

letter-title = Scrisoare
letter-date = Data: { $date }
letter-page = Pagina { $page } din { $pages }
post-envelope = Personal. A se deschide numai de persoana numită aici.
hand-envelope = Personal. A se preda închis. A se deschide numai de persoana numită aici.

months = cldr
moment = { $date }, ora { $time } ({ $zone })

statement-title = Adeverință despre o încălcare a securității datelor
statement-for = Această adeverință este pentru { $name }.
statement-born = Data nașterii: { $date }.
statement-from = Vine de la acest birou: { $organisation }. Spune ce s-a întâmplat cu informațiile dumneavoastră private și cum v-am anunțat. O puteți arăta avocatului sau avocatei dumneavoastră, la tribunal sau unui funcționar.
statement-lasted = Cât timp au fost acolo, în ore și minute: { $time }.
statement-told = Cum v-am anunțat
statement-sms = Mesaj text
statement-voice = Apel telefonic
statement-email = E-mail
statement-letter = Scrisoare prin poștă
statement-hand = Scrisoare adusă de o persoană
statement-attorney = { $way }, către avocatul sau avocata dumneavoastră
statement-sent = { $way }: trimis la { $date }.
statement-made = { $way }: pregătit la { $date }.
statement-tried = { $way }: încercare la { $date }.
statement-arrived = { $way }: a ajuns la { $date }.
statement-failed = { $way }: nu a ajuns. Știm acest lucru din { $date }.
statement-otherwise = În alt fel: la { $date } biroul nostru a notat că cineva v-a anunțat.
statement-none = Evidențele noastre nu arată niciun mesaj către dumneavoastră.
statement-unsure = Dacă niciun rând nu spune că un mesaj a ajuns, nu știm dacă a ajuns. Este posibil ca un mesaj să fi spus doar că avem informații importante pentru dumneavoastră și cum le puteți primi.
statement-until = Acestea sunt evidențele noastre până la { $date }. Zilele sunt numărate după ora universală (UTC).
statement-check = Cum se verifică această adeverință
statement-check-file = Această adeverință este un fișier PDF cu un sigiliu digital. Dacă cineva schimbă un cuvânt, sigiliul nu se mai potrivește. Păstrați fișierul: o pagină de hârtie nu are sigiliu.
statement-check-program = Avocatul sau avocata dumneavoastră ori un tribunal o poate verifica fără noi, cu programul gratuit { $program }. Cereți-ne mai întâi cheia noastră la { $hotline }. Ea începe astfel: { $key }.
statement-check-record = Fișierul conține și dovada că registrul nostru arată ce este scris aici. Nimeni nu poate schimba acel registru mai târziu. Aceasta nu spune nimic despre nicio altă persoană.
