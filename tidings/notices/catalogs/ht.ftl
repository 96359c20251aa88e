### Haitian Creole, in the official spelling. CLDR gives French month names in this language, so its own stand below. The accents è, ò and à are in GSM-7, so text messages have 160 letters. "Avi" is the notice, "dosye" a file or a case. Least sure: notice-title, notice-information, notice-encrypted-no and its two sisters, notice-meaning-case, notice-agencies.

teaser-sms = Yon biwo gen yon mesaj enpòtan pou moun ki sèvi ak telefòn sa a. Tape { $web } sou entènèt oswa rele { $hotline }. Kòd ou: { $code }
teaser-sms-again = Yon biwo gen yon nouvo mesaj pou moun ki sèvi ak telefòn sa a. Tape { $web } sou entènèt oswa rele { $hotline }. Kòd ou: { $code }

reply-stop = Nou p ap voye mesaj nan nimewo sa a ankò. Si ou gen yon kesyon, rele { $hotline }.
reply-start = W ap resevwa mesaj nou yo ankò. Pou w pa resevwa yo, voye STOP. Si ou gen yon kesyon, rele { $hotline }.
reply-help = Nou gen yon mesaj pou moun ki sèvi ak telefòn sa a. Tape { $web } sou entènèt oswa rele { $hotline }. Pou w pa resevwa mesaj ankò, voye STOP.
reply-who = Lòt moun ka li mesaj sa a. Se pou sa nou pa ka di plis isit la. Pou konnen ki moun nou ye, rele { $hotline } epi mande sou kòd ou.
reply-other = Pèsonn pa li mesaj ki voye nan nimewo sa a. Tanpri rele { $hotline }.

teaser-whatsapp = Yon biwo gen enfòmasyon enpòtan pou moun ki sèvi ak telefòn sa a. Pou w jwenn li, tape { $web } nan yon navigatè oswa rele { $hotline }. Kòd ou se { $code }. Nou p ap janm mande w lajan ni modpas.
teaser-whatsapp-again = Yon biwo gen nouvo enfòmasyon pou moun ki sèvi ak telefòn sa a. Pou w jwenn li, tape { $web } nan yon navigatè oswa rele { $hotline }. Kòd ou se { $code }. Nou p ap janm mande w lajan ni modpas.

teaser-voice-hello = Bonjou. Nou rele pou moun ki sèvi ak telefòn sa a.
teaser-voice-press = Pou w tande mesaj la, peze 1.
teaser-voice-stop = Si ou pa vle nou rele w ankò, peze 9.
teaser-voice-stopped = Nou p ap rele w ankò. Orevwa.
teaser-voice-message = Yon biwo gen enfòmasyon enpòtan pou moun ki sèvi ak telefòn sa a. Tanpri pran yon plim ak papye.
teaser-voice-message-again = Yon biwo gen nouvo enfòmasyon pou moun ki sèvi ak telefòn sa a. Tanpri pran yon plim ak papye.
teaser-voice-reach = Pou w jwenn li, rele nimewo sa a: { $hotline }.
teaser-voice-code = W ap bezwen kòd sa a: { $code }.
teaser-voice-never = Nou p ap janm mande w lajan ni modpas.
teaser-voice-again = Pou w tande sa yon lòt fwa, peze 1.
teaser-voice-goodbye = Mèsi. Orevwa.

teaser-email-subject = Enfòmasyon enpòtan pou ou
teaser-email-subject-again = Nouvo enfòmasyon pou ou
teaser-email-opening = Biwo nou an gen enfòmasyon enpòtan pou moun ki sèvi ak adrès imel sa a.
teaser-email-opening-again = Biwo nou an gen nouvo enfòmasyon pou moun ki sèvi ak adrès imel sa a.
teaser-email-why = Nou pa mete l nan yon imel, paske lòt moun ka li imel ou.
teaser-email-reach = Pou w jwenn li, tape { $web } nan yon navigatè, oswa rele { $hotline }.
teaser-email-code = Kòd ou se { $code }. Di nou kòd sa a lè w rele.
teaser-email-genuine = Kijan ou ka konnen mesaj sa a se vre? Tout mesaj nou voye ba ou gen menm kòd sa a. Ou ka mande tou yon moun ou fè konfyans pou l chèche nimewo telefòn nou epi rele nou pou ou.
teaser-email-never = Pa gen okenn lyen nan imel sa a. Nou p ap janm mande w lajan ni modpas.
teaser-email-closing = Si ou pa sèvi ak adrès sa a, tanpri efase imel sa a.

teaser-letter-title = Enfòmasyon enpòtan pou ou
teaser-letter-title-again = Nouvo enfòmasyon pou ou
teaser-letter-opening = Biwo nou an gen enfòmasyon enpòtan pou moun ki gen non l sou lèt sa a.
teaser-letter-opening-again = Biwo nou an gen nouvo enfòmasyon pou moun ki gen non l sou lèt sa a.
teaser-letter-why = Nou pa mete l nan yon lèt, paske lòt moun ka louvri lèt ou.
teaser-letter-reach = Pou w jwenn li, tape { $web } nan yon navigatè, oswa rele { $hotline }.
teaser-letter-code = Kòd ou se { $code }. Di nou kòd sa a lè w rele.
teaser-letter-genuine = Kijan ou ka konnen mesaj sa a se vre? Tout mesaj nou voye ba ou gen menm kòd sa a. Ou ka mande tou yon moun ou fè konfyans pou l chèche nimewo telefòn nou epi rele nou pou ou.
teaser-letter-never = Nou p ap janm mande w lajan ni modpas.
teaser-letter-closing = Si lèt sa a pa pou ou, tanpri detwi l. Ou pa bezwen fè anyen ankò.

beside-note = Se yon òdinatè ki tradui tèks sa a. Pa gen moun ki verifye l ankò. Tèks anglè a anba. Si gen yon diferans, se tèks anglè a ki konte.
beside-heading = Tèks anglè

attorney-email-subject = Yon kesyon vi prive sou youn oswa plizyè nan kliyan ou yo
attorney-email-opening = N ap ekri w sou youn oswa plizyè nan kliyan ou yo. Dosye nou yo di se ou ki avoka yo.
attorney-email-matter = Se yon kesyon vi prive. Kliyan ou yo gen dwa pou yo konnen sa, e nou vle ou konnen sa tou.
attorney-email-why = Nou pa bay non okenn kliyan nan yon imel. N ap ba ou avi konplè a pou chak kliyan lè nou sèten se ak ou n ap pale.
attorney-email-reach = Tanpri rele { $hotline }, oswa tape { $web } nan yon navigatè, oswa ekri { $email }.
attorney-email-code = Tanpri kenbe sa a toupre w. Chak kòd se pou yon kliyan: { $code }
attorney-email-client = Tanpri pale sou sa ak kliyan ou an prive. Lòt moun ka wè telefòn oswa lèt kliyan ou.
attorney-email-genuine = Tanpri verifye mesaj sa a se vre. Chèche nimewo telefòn nou poukont ou, rele nou, epi mande nou konfime kòd yo.
attorney-email-never = Pa gen okenn lyen nan imel sa a. Nou p ap janm mande ni ou ni kliyan ou yo lajan oswa modpas.

attorney-letter-title = Yon kesyon vi prive sou youn oswa plizyè nan kliyan ou yo
attorney-letter-opening = N ap ekri w sou youn oswa plizyè nan kliyan ou yo. Dosye nou yo di se ou ki avoka yo.
attorney-letter-matter = Se yon kesyon vi prive. Kliyan ou yo gen dwa pou yo konnen sa, e nou vle ou konnen sa tou.
attorney-letter-why = Nou pa bay non okenn kliyan nan lèt sa a, paske lòt moun nan biwo ou ka louvri l. N ap ba ou avi konplè a pou chak kliyan lè nou sèten se ak ou n ap pale.
attorney-letter-reach = Tanpri rele { $hotline }, oswa tape { $web } nan yon navigatè, oswa ekri { $email }.
attorney-letter-code = Tanpri kenbe sa a toupre w. Chak kòd se pou yon kliyan: { $code }
attorney-letter-client = Tanpri pale sou sa ak kliyan ou an prive. Lòt moun ka wè telefòn oswa lèt kliyan ou.
attorney-letter-genuine = Tanpri verifye lèt sa a se vre. Chèche nimewo telefòn nou poukont ou, rele nou, epi mande nou konfime kòd yo.
attorney-letter-never = Nou p ap janm mande ni ou ni kliyan ou yo lajan oswa modpas.

notice-title = Avi sou vyolasyon done
notice-for = Avi sa a se pou { $name }.
notice-from = Li soti nan biwo sa a: { $organisation }. Moun ki pa t gen dwa wè enfòmasyon prive ou te ka wè yo. Nou mande w padon. Avi sa a di sa ki te pase ak sa ou ka fè.
notice-alone = Si ou kapab, li avi sa a poukont ou oswa ak yon moun ou fè konfyans.

notice-happened = Sa ki te pase
place-public-website = Yo te mete enfòmasyon ou pa erè sou yon sit entènèt piblik. Nenpòt moun te ka louvri yo epi li yo.
notice-happened-when = Yo te la depi { $began } rive { $ended }.
notice-happened-found = Nou te vin konnen sa { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Dosye nou yo pa montre okenn telechajman nan tan sa a. Men moun te ka li yo kanmenm.
        [one] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
        [many] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
       *[other] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
    }
notice-happened-downloads-unknown = Nou pa ka konnen ki moun ki te li yo ni ki moun ki gen yon kopi.

notice-information = Ki enfòmasyon ki konsène
notice-information-list = Men enfòmasyon sou ou ki te la:
notice-information-unknown = Nou poko ka di ki enfòmasyon sou ou ki te la. Rele nou, n ap di w sa nou konnen.
notice-encrypted-no = Yo pa t chifre: yo pa t fèmen ak yon kle sekrè. Nenpòt moun ki te genyen yo te ka li yo.
notice-encrypted-yes = Yo te chifre: yo te fèmen ak yon kle sekrè. Se sèlman yon moun ki gen kle sa a tou ki ka li yo.
notice-encrypted-part = Yon pati te chifre: li te fèmen ak yon kle sekrè. Rès la pa t chifre. Nenpòt moun ki te genyen li te ka li rès la.
kind-name = Non ou
kind-birth-date = Dat ou te fèt
kind-reference = Nimewo dosye ou (tankou yon nimewo A, "A-Number")
kind-birth-country = Peyi kote ou te fèt
kind-nationality = Nasyonalite ou
kind-sex = Sèks ou (fi oswa gason)
kind-language = Lang ou pale
kind-custody = Si ou te nan detansyon oswa si yo te lage w
kind-facility = Kote yo te kenbe w
kind-case = Ki kote dosye imigrasyon ou rive
kind-phone = Nimewo telefòn ou
kind-email = Adrès imel ou
kind-address = Adrès kote ou resevwa lèt
kind-attorney = Non avoka ou ak kijan pou jwenn li
kind-notes = Nòt sou kijan pou kontakte w
kind-other = Lòt enfòmasyon nan dosye ou

notice-meaning = Sa sa ka vle di
notice-meaning-known = Moun ou pa konnen ka gen enfòmasyon sa yo kounye a. Nou pa ka reprann yo nan men yo.
notice-meaning-safety = Si ou te vin chèche sekirite kont yon gouvènman, yon gwoup oswa yon moun, yo ka vin konnen kounye a ou te mande pwoteksyon, ak ki kote ou ye oswa ou te ye. Fanmi ou ka bezwen konnen sa tou.
notice-meaning-case = Sa ka gen enpòtans nan dosye imigrasyon oswa azil ou, oswa nan nenpòt dosye kote ou mande pwoteksyon. Sa ka yon bagay nouvo yon jij oswa yon ofisye ta dwe konnen. Yon avoka ka di w sa sa vle di pou ou.
notice-meaning-fraud = Gen moun ki ka sèvi ak enfòmasyon ou pou yo twonpe w. Yo ka di yo soti nan gouvènman an, nan tribinal oswa nan biwo nou an. Yo ka konnen bagay sou ou. Sa pa vle di yo onèt.

notice-doing = Sa n ap fè
notice-doing-removed = Enfòmasyon yo pa la ankò. Yo te retire yo { $ended }.
notice-doing-telling = N ap avèti chak moun ki te gen enfòmasyon yo la, nan yon fason ki chèche pwoteje yo.
notice-doing-again = Lè nou konnen plis, n ap di w ankò.

notice-can = Sa ou ka fè
notice-can-lawyer = Pale ak avoka ou byen vit sou avi sa a. Si ou pa gen avoka, mande yon gwoup èd legal pou l ede w.
notice-can-keep = Sere avi sa a yon kote ki an sekirite. Ou ka montre l nan tribinal oswa bay yon ofisye.
notice-can-danger = Si ou an danje kounye a, rele lapolis (911 Ozetazini). Si ou nan detansyon, di avoka ou sa, oswa yon ofisye ou fè konfyans.
notice-can-family = Reflechi sou ki lòt moun ki dwe konnen, tankou fanmi ki ka an danje.
notice-can-phone = Mande konpayi telefòn ou pou l mete yon PIN sou kont ou. Chanje PIN bwat vokal ou ak modpas imel ou.
notice-can-fraud = Pa peye pyès moun ki rele w oswa ki ekri w sou sa, epi pa ba yo plis enfòmasyon.

notice-more = Pou plis enfòmasyon
notice-more-ask = Ou ka poze nou nenpòt kesyon. Di nou kòd ou: { $code }
notice-more-phone = Telefòn: { $hotline }
notice-more-web = Entènèt: tape { $web } nan yon navigatè
notice-more-email = Imel: { $email }
notice-more-post = Lapòs: { $post }
notice-agencies = Biwo piblik sa yo ka di w tou kijan pou w pwoteje w si yon moun sèvi mal ak enfòmasyon ou:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Kijan pou konnen avi sa a se vre
notice-genuine-code = Kòd ou se { $code }. Tout mesaj nou voye ba ou gen menm kòd sa a.
notice-genuine-check = Rele { $hotline } oswa tape { $web } nan yon navigatè, epi mande si kòd la bon. Avoka ou ka fè sa pou ou.
notice-genuine-never = Pèsonn nan biwo nou an p ap mande w lajan ni modpas. Si yon moun fè sa, se pa nou.

supplement-opening = Nou te deja ekri w sou sa. Kounye a nou konnen plis. Avi sa a pran plas sa nou te voye ba ou anvan an.
supplement-code = Kòd ou se menm kòd ou te genyen anvan an.
supplement-new = Sa nou konnen kounye a
supplement-keep = Sere premye avi a tou. Avoka ou ka vle wè tou de.

letter-title = Lèt
letter-date = Dat: { $date }
letter-page = Paj { $page } sou { $pages }
post-envelope = Prive. Se sèlman moun ki gen non l isit la ki dwe louvri l.
hand-envelope = Prive. Fòk yo remèt li fèmen, e se sèlman moun ki gen non l isit la ki dwe louvri l.

months = janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm
moment = { $date } a { $time } ({ $zone })

statement-title = Deklarasyon sou yon vyolasyon done
statement-for = Deklarasyon sa a se pou { $name }.
statement-born = Dat nesans: { $date }.
statement-from = Li soti nan biwo sa a: { $organisation }. Li di sa ki rive enfòmasyon prive ou yo, ak kijan nou te avèti ou. Ou ka montre l bay avoka ou, nan tribinal oswa bay yon ofisye.
statement-lasted = Konbyen tan yo te la, an èdtan ak minit: { $time }.
statement-told = Kijan nou te avèti ou
statement-sms = Mesaj tèks
statement-voice = Apèl telefòn
statement-email = Imel
statement-letter = Lèt pa lapòs
statement-hand = Lèt yon moun pote
statement-attorney = { $way }, bay avoka ou
statement-sent = { $way }: nou te voye l { $date }.
statement-made = { $way }: nou te fè l { $date }.
statement-tried = { $way }: nou te eseye { $date }.
statement-arrived = { $way }: li te rive { $date }.
statement-failed = { $way }: li pa t rive. Nou konn sa depi { $date }.
statement-otherwise = Yon lòt jan: { $date } biwo nou an te ekri yo te avèti ou.
statement-none = Dosye nou yo pa montre okenn mesaj pou ou.
statement-unsure = Si pa gen okenn liy ki di yon mesaj te rive, nou pa konnen si li te rive. Yon mesaj ka te di sèlman nou gen enfòmasyon enpòtan pou ou, ak kijan pou ou jwenn li.
statement-until = Sa yo se dosye nou yo jiska { $date }. Nou konte jou yo dapre lè inivèsèl (UTC).
statement-check = Kijan pou verifye deklarasyon sa a
statement-check-file = Deklarasyon sa a se yon fichye PDF ki gen yon sele dijital. Si yon moun chanje yon mo, sele a pa koresponn ankò. Sere fichye a: yon fèy papye pa gen sele.
statement-check-program = Avoka ou oswa yon tribinal ka verifye l san nou, ak pwogram gratis { $program }. Anvan, mande nou kle nou nan { $hotline }. Li kòmanse konsa: { $key }.
statement-check-record = Fichye a gen ladan l tou prèv ke rejis nou an montre sa ki ekri la a. Pèsòn pa ka chanje rejis sa a apre. Sa pa di anyen sou okenn lòt moun.
