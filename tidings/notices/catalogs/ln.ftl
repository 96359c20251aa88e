### Lingala, in the common spelling without tones; "you" is singular (yo), which nobody takes for a group. Letters of GSM-7 only in text messages, so they have 160. French words stand where they are the known ones (mot de passe, chiffré, téléchargement, vie privée, fuite de données). Months are the names from French, since CLDR counts them with tones ("sánzá ya zómi na mɔ̌kɔ́"). Unsure in part: let a speaker read all. Least sure: notice-title, notice-encrypted-…, notice-happened-downloads, notice-can-phone, attorney-email-subject, post-envelope, hand-envelope.

teaser-sms = Biro moko ezali na nsango ya ntina mpo na moto oyo asalelaka telefone oyo. Koma { $web } na Internet to benga { $hotline }. Kode na yo: { $code }
teaser-sms-again = Biro moko ezali na nsango ya sika mpo na moto oyo asalelaka telefone oyo. Koma { $web } na Internet to benga { $hotline }. Kode na yo: { $code }

reply-stop = Tokotinda lisusu mesaje te na nimero oyo. Soki ozali na motuna, benga { $hotline }.
reply-start = Okozwa lisusu bamesaje na biso. Mpo na kosukisa yango, tinda STOP. Soki ozali na motuna, benga { $hotline }.
reply-help = Tozali na nsango mpo na moto oyo asalelaka telefone oyo. Koma { $web } na Internet to benga { $hotline }. Mpo na kosukisa bamesaje, tinda STOP.
reply-who = Bato mosusu bakoki kotanga oyo, yango wana tokoki koloba mingi te awa. Mpo na koyeba biso banani, benga { $hotline } mpe tuna mpo na kode na yo.
reply-other = Moto moko te atangaka bamesaje oyo batindaka na nimero oyo. Tosengi yo obenga { $hotline }.

teaser-whatsapp = Biro moko ezali na nsango ya ntina mpo na moto oyo asalelaka telefone oyo. Mpo na kozwa yango, koma { $web } na Internet to benga { $hotline }. Kode na yo ezali { $code }. Tokosenga yo mbongo to mot de passe ata mokolo moko te.
teaser-whatsapp-again = Biro moko ezali na nsango ya sika mpo na moto oyo asalelaka telefone oyo. Mpo na kozwa yango, koma { $web } na Internet to benga { $hotline }. Kode na yo ezali { $code }. Tokosenga yo mbongo to mot de passe ata mokolo moko te.

teaser-voice-hello = Mbote. Tozali kobenga moto oyo asalelaka telefone oyo.
teaser-voice-press = Mpo na koyoka mesaje, fina 1.
teaser-voice-stop = Soki olingi te tobenga yo lisusu, fina 9.
teaser-voice-stopped = Tokobenga yo lisusu te. Tikala malamu.
teaser-voice-message = Biro moko ezali na nsango ya ntina mpo na moto oyo asalelaka telefone oyo. Tosengi yo ozwa papie mpe biki.
teaser-voice-message-again = Biro moko ezali na nsango ya sika mpo na moto oyo asalelaka telefone oyo. Tosengi yo ozwa papie mpe biki.
teaser-voice-reach = Mpo na kozwa yango, benga nimero oyo: { $hotline }.
teaser-voice-code = Okozala na mposa ya kode oyo: { $code }.
teaser-voice-never = Tokosenga yo mbongo to mot de passe ata mokolo moko te.
teaser-voice-again = Mpo na koyoka oyo lisusu, fina 1.
teaser-voice-goodbye = Matondi. Tikala malamu.

teaser-email-subject = Nsango ya ntina mpo na yo
teaser-email-subject-again = Nsango ya sika mpo na yo
teaser-email-opening = Biro na biso ezali na nsango ya ntina mpo na moto oyo asalelaka adresi oyo ya e-mail.
teaser-email-opening-again = Biro na biso ezali na nsango ya sika mpo na moto oyo asalelaka adresi oyo ya e-mail.
teaser-email-why = Tokomaka yango na e-mail te, mpo bato mosusu bakoki kotanga e-mail na yo.
teaser-email-reach = Mpo na kozwa yango, koma { $web } na Internet, to benga { $hotline }.
teaser-email-code = Kode na yo ezali { $code }. Yebisa biso kode oyo ntango okobenga.
teaser-email-genuine = Ndenge nini okoki koyeba ete oyo ezali ya solo? Mesaje nyonso oyo totindelaka yo ezali na kode oyo. Okoki mpe kosenga moto oyo otyelaka motema aluka nimero na biso ya telefone mpe abenga biso na esika na yo.
teaser-email-never = E-mail oyo ezali na lien moko te. Tokosenga yo mbongo to mot de passe ata mokolo moko te.
teaser-email-closing = Soki osalelaka adresi oyo te, tosengi yo olongola e-mail oyo.

teaser-letter-title = Nsango ya ntina mpo na yo
teaser-letter-title-again = Nsango ya sika mpo na yo
teaser-letter-opening = Biro na biso ezali na nsango ya ntina mpo na moto oyo nkombo na ye ekomami na mokanda oyo.
teaser-letter-opening-again = Biro na biso ezali na nsango ya sika mpo na moto oyo nkombo na ye ekomami na mokanda oyo.
teaser-letter-why = Tokomaka yango na mokanda te, mpo bato mosusu bakoki kofungola mikanda na yo.
teaser-letter-reach = Mpo na kozwa yango, koma { $web } na Internet, to benga { $hotline }.
teaser-letter-code = Kode na yo ezali { $code }. Yebisa biso kode oyo ntango okobenga.
teaser-letter-genuine = Ndenge nini okoki koyeba ete oyo ezali ya solo? Mesaje nyonso oyo totindelaka yo ezali na kode oyo. Okoki mpe kosenga moto oyo otyelaka motema aluka nimero na biso ya telefone mpe abenga biso na esika na yo.
teaser-letter-never = Tokosenga yo mbongo to mot de passe ata mokolo moko te.
teaser-letter-closing = Soki mokanda oyo ezali mpo na yo te, tosengi yo opasola yango mpe obwaka yango. Osengeli kosala eloko mosusu te.

beside-note = Ordinatere nde ebongoli makomi oyo. Moto moko te atali yango naino. Makomi na Lingelesi ezali na nse. Soki ekeseni, makomi na Lingelesi nde tokolanda.
beside-heading = Makomi na Lingelesi

attorney-email-subject = Likambo ya vie privée oyo etali kiliya na yo moko to bakiliya mingi
attorney-email-opening = Tozali kokomela yo mpo na kiliya na yo moko to bakiliya na yo mingi. Na makomi na biso, yo nde avoka na bango.
attorney-email-matter = Ezali likambo ya vie privée. Bakiliya na yo bazali na lotomo ya koyeba yango, mpe tolingi yo mpe oyeba yango.
attorney-email-why = Tokomaka nkombo ya kiliya na e-mail te. Ntango tokoyeba ete tozali koloba na yo mpenza, tokopesa yo liyebisi ya mobimba ya kiliya mokomoko.
attorney-email-reach = Tosengi yo obenga { $hotline }, to okoma { $web } na Internet, to okomela biso na { $email }.
attorney-email-code = Tosengi yo obomba oyo pene. Kode mokomoko ezali mpo na kiliya moko: { $code }
attorney-email-client = Tosengi yo osolola likambo oyo na kiliya na yo, bino mibale kaka. Bato mosusu bakoki komona telefone to mikanda ya kiliya na yo.
attorney-email-genuine = Tosengi yo otala soki oyo ezali ya solo. Luka yo moko nimero na biso ya telefone, benga biso, mpe tuna biso soki bakode ezali ya solo.
attorney-email-never = E-mail oyo ezali na lien moko te. Tokosenga yo to bakiliya na yo mbongo to mot de passe ata mokolo moko te.

attorney-letter-title = Likambo ya vie privée oyo etali kiliya na yo moko to bakiliya mingi
attorney-letter-opening = Tozali kokomela yo mpo na kiliya na yo moko to bakiliya na yo mingi. Na makomi na biso, yo nde avoka na bango.
attorney-letter-matter = Ezali likambo ya vie privée. Bakiliya na yo bazali na lotomo ya koyeba yango, mpe tolingi yo mpe oyeba yango.
attorney-letter-why = Tokomaka nkombo ya kiliya na mokanda oyo te, mpo bato mosusu na biro na yo bakoki kofungola yango. Ntango tokoyeba ete tozali koloba na yo mpenza, tokopesa yo liyebisi ya mobimba ya kiliya mokomoko.
attorney-letter-reach = Tosengi yo obenga { $hotline }, to okoma { $web } na Internet, to okomela biso na { $email }.
attorney-letter-code = Tosengi yo obomba oyo pene. Kode mokomoko ezali mpo na kiliya moko: { $code }
attorney-letter-client = Tosengi yo osolola likambo oyo na kiliya na yo, bino mibale kaka. Bato mosusu bakoki komona telefone to mikanda ya kiliya na yo.
attorney-letter-genuine = Tosengi yo otala soki oyo ezali ya solo. Luka yo moko nimero na biso ya telefone, benga biso, mpe tuna biso soki bakode ezali ya solo.
attorney-letter-never = Tokosenga yo to bakiliya na yo mbongo to mot de passe ata mokolo moko te.

notice-title = Liyebisi mpo na basango oyo ebimaki (fuite de données)
notice-for = Liyebisi oyo ezali mpo na { $name }.
notice-from = Euti na biro oyo: { $organisation }. Bato oyo bazalaki na ndingisa te bakokaki komona basango na yo ya sekele. Tosengi yo bolimbisi. Liyebisi oyo elobi nini esalemaki mpe nini okoki kosala.
notice-alone = Soki likoki ezali, tanga liyebisi oyo yo moko to elongo na moto oyo otyelaka motema.

notice-happened = Nini Esalemaki
place-public-website = Na libunga, batyaki basango na yo na site Internet oyo bato nyonso bakoki komona. Moto nyonso akokaki kofungola yango mpe kotanga yango.
notice-happened-when = Ezalaki wana banda { $began } tii { $ended }.
notice-happened-found = Toyebaki yango na mokolo ya { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Makomi na biso emonisi téléchargement moko te na ntango wana. Kasi mbala mosusu bato batangaki yango.
        [one] Toyebi ete basalaki téléchargement na yango na adresi { $downloads } ya Internet. Mbala mosusu moto oyo azali na kopi apesaki yango na bato mosusu.
       *[other] Toyebi ete basalaki téléchargement na yango na baadresi { $downloads } ya Internet. Mbala mosusu moto oyo azali na kopi apesaki yango na bato mosusu.
    }
notice-happened-downloads-unknown = Tokoki koyeba te nani atangaki yango to nani azali na kopi.

notice-information = Basango Nini Ezalaki Wana
notice-information-list = Basango oyo etali yo ezalaki wana:
notice-information-unknown = Tokoki naino koloba te basango nini oyo etali yo ezalaki wana. Benga biso, mpe tokoyebisa yo oyo toyebi.
notice-encrypted-no = Ezalaki chiffré te: bakangaki yango na fungola ya sekele te. Moto nyonso oyo azwaki yango akokaki kotanga yango.
notice-encrypted-yes = Ezalaki chiffré: bakangaki yango na fungola ya sekele. Kaka moto oyo azali mpe na fungola yango akoki kotanga yango.
notice-encrypted-part = Ndambo na yango ezalaki chiffré: bakangaki yango na fungola ya sekele. Ndambo mosusu, bakangaki yango te. Moto nyonso oyo azwaki yango akokaki kotanga ndambo oyo bakangaki te.
kind-name = Nkombo na yo
kind-birth-date = Dati ya mbotama na yo
kind-reference = Nimero ya dosie na yo (ndakisa A-Number)
kind-birth-country = Ekolo oyo obotamaki
kind-nationality = Nationalité na yo
kind-sex = Soki ozali mobali to mwasi
kind-language = Monoko oyo olobaka
kind-custody = Soki ozalaki ya kokangama to batikaki yo
kind-facility = Esika oyo ozalaki ya kokangama
kind-case = Esika oyo dosie na yo ya immigration ekomi
kind-phone = Nimero na yo ya telefone
kind-email = Adresi na yo ya e-mail
kind-address = Adresi na yo ya poste
kind-attorney = Nkombo ya avoka na yo mpe ndenge ya kosolola na avoka na yo
kind-notes = Makomi mpo na ndenge ya kosolola na yo
kind-other = Basango mosusu oyo ezali na dosie na yo

notice-meaning = Nini Yango Ekoki Kolimbola
notice-meaning-known = Bato oyo oyebi te bakoki kozala na basango oyo sikoyo. Tokoki kozongisa yango te.
notice-meaning-safety = Soki oyaki mpo na kobika na maboko ya guvernema, ya etuluku to ya moto, sikoyo bakoki koyeba ete osengaki libateli, mpe esika ozali to ozalaki. Mbala mosusu libota na yo mpe esengeli koyeba yango.
notice-meaning-case = Likambo oyo ekoki kozala na ntina na dosie na yo ya immigration to ya asile, to na dosie nyonso oyo osengi libateli. Ekoki kozala likambo ya sika oyo zuzi to ofisie asengeli koyoka. Avoka akoki koyebisa yo nini yango elimboli mpo na yo.
notice-meaning-fraud = Bato mosusu bakoki kosalela basango na yo mpo na kokosa yo. Bakoki koloba ete bauti na guvernema, na tribunal to na biro na biso. Bakoki koyeba makambo mosusu ya yo. Yango elimboli te ete bazali bato ya solo.

notice-doing = Nini Tozali Kosala
notice-doing-removed = Basango ezali wana lisusu te. Balongolaki yango na mokolo ya { $ended }.
notice-doing-telling = Tozali koyebisa moto nyonso oyo basango na ye ezalaki wana, na lolenge oyo emeki kobatela ye.
notice-doing-again = Soki toyebi makambo mosusu, tokoyebisa yo lisusu.

notice-can = Nini Okoki Kosala
notice-can-lawyer = Yebisa avoka na yo noki liyebisi oyo. Soki ozali na avoka te, senga lisalisi epai ya etuluku oyo esalisaka bato na makambo ya mibeko.
notice-can-keep = Bomba liyebisi oyo na esika oyo ekobatelama. Okoki kolakisa yango na tribunal to epai ya ofisie.
notice-can-danger = Soki ozali na likama sikoyo, benga polisi (911 na États-Unis). Soki ozali ya kokangama, yebisa avoka na yo, to ofisie oyo otyelaka motema.
notice-can-family = Kanisa bato mosusu oyo basengeli koyeba, ndakisa bato ya libota oyo bakoki kozala na likama.
notice-can-phone = Senga kompanyi ya telefone na yo etya PIN (nimero ya sekele) na konte na yo. Bongola PIN ya messagerie vocale na yo mpe mot de passe ya e-mail na yo.
notice-can-fraud = Kofuta te, mpe kopesa basango mosusu te na moto nyonso oyo abengi yo to akomeli yo mpo na likambo oyo.

notice-more = Mpo na Koyeba Makambo Mosusu
notice-more-ask = Okoki kotuna biso motuna nyonso. Yebisa biso kode na yo: { $code }
notice-more-phone = Telefone: { $hotline }
notice-more-web = Internet: koma { $web } na Internet
notice-more-email = E-mail: { $email }
notice-more-post = Poste: { $post }
notice-agencies = Babiro oyo ya leta mpe ekoki koyebisa yo ndenge ya komibatela mpo bato basalela basango na yo mabe te:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Ndenge ya Koyeba Ete Liyebisi Oyo Ezali ya Solo
notice-genuine-code = Kode na yo ezali { $code }. Mesaje nyonso oyo totindelaka yo ezali na kode oyo.
notice-genuine-check = Benga { $hotline } to koma { $web } na Internet, mpe tuna soki kode ezali ya solo. Avoka na yo akoki kosala yango mpo na yo.
notice-genuine-never = Moto moko te ya biro na biso akosenga yo mbongo to mot de passe. Soki moto asengi yo yango, ezali biso te.

supplement-opening = Tokomelaki yo liboso mpo na likambo oyo. Sikoyo toyebi makambo mosusu. Liyebisi oyo ezwi esika ya oyo totindelaki yo liboso.
supplement-code = Kode na yo ezali kaka oyo ya liboso.
supplement-new = Nini Toyebi Sikoyo
supplement-keep = Bomba mpe liyebisi ya liboso. Mbala mosusu avoka na yo akolinga komona nyonso mibale.

letter-title = Mokanda
letter-date = Dati: { $date }
letter-page = Lokasa { $page } ya { $pages }
post-envelope = Ya moto ye moko. Kaka moto oyo nkombo na ye ezali awa afungola.
hand-envelope = Ya moto ye moko. Pesa yango kozanga kofungola. Kaka moto oyo nkombo na ye ezali awa afungola.

months = yanuali febuali marsi aprili mai yuni yuli augusto septembre octobre novembre decembre
moment = { $date }, na ngonga ya { $time } ({ $zone })

statement-title = Litatoli mpo na basango oyo ebimaki (fuite de données)
statement-for = Litatoli oyo ezali mpo na { $name }.
statement-born = Dati ya mbotama: { $date }.
statement-from = Euti na biro oyo: { $organisation }. Elobi nini ekomelaki basango na yo ya sekele, mpe ndenge nini toyebisaki yo. Okoki kolakisa yango epai ya avoka na yo, na tribunal to epai ya ofisie.
statement-lasted = Ntango boni ezalaki wana, na bangonga mpe miniti: { $time }.
statement-told = Ndenge nini toyebisaki yo
statement-sms = SMS
statement-voice = Kobenga na telefone
statement-email = E-mail
statement-letter = Mokanda na nzela ya posita
statement-hand = Mokanda oyo moto amemi
statement-attorney = { $way }, epai ya avoka na yo
statement-sent = { $way }: etindamaki mokolo ya { $date }.
statement-made = { $way }: esalemaki mokolo ya { $date }.
statement-tried = { $way }: tomekaki mokolo ya { $date }.
statement-arrived = { $way }: ekomaki mokolo ya { $date }.
statement-failed = { $way }: ekomaki te. Toyebi yango banda { $date }.
statement-otherwise = Na ndenge mosusu: mokolo ya { $date } biro na biso ekomaki ete oyebisamaki.
statement-none = Badosie na biso elakisi nsango moko te oyo etindamaki epai na yo.
statement-unsure = Soki molɔngɔ moko te elobi ete nsango ekomaki, toyebi te soki ekomaki. Ekoki kozala ete nsango elobaki kaka ete tozali na nsango ya ntina mpo na yo, mpe ndenge ya kozwa yango.
statement-until = Oyo ezali badosie na biso tii { $date }. Mikolo etangami na ngonga ya mokili mobimba (UTC).
statement-check = Ndenge ya kotala soki litatoli oyo ezali ya solo
statement-check-file = Litatoli oyo ezali fichier PDF na kashé ya nimeriki. Soki moto abongoli liloba moko, kashé ekokokana lisusu te. Bomba fichier: lokasa ya papie ezali na kashé te.
statement-check-program = Avoka na yo to tribunal akoki kotala yango kozanga biso, na programe ya ofele { $program }. Liboso, senga biso fungola na biso na { $hotline }. Ebandi na { $key }.
statement-check-record = Fichier ezali mpe na elembeteli ete dosie na biso elakisi oyo ekomami awa. Moto moko te akoki kobongola dosie yango na nsima. Yango elobi eloko te mpo na moto mosusu.
