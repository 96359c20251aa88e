### Haitian Creole, in the official spelling. CLDR gives French month names in this language, so its own stand below.

teaser-sms = Yon biwo gen yon enfòmasyon enpòtan pou moun ki gen telefòn sa a. Tape { $web } sou entènèt oswa rele { $hotline }. Kòd ou: { $code }

teaser-email-subject = Enfòmasyon enpòtan pou ou
teaser-email-opening = Biwo nou an gen yon enfòmasyon enpòtan pou moun ki sèvi ak adrès imel sa a.
teaser-email-why = Nou pa mete l nan yon imel, paske lòt moun ka li imel ou.
teaser-email-reach = Pou w jwenn li, tape { $web } nan yon navigatè, oswa rele { $hotline }.
teaser-email-code = Kòd ou se { $code }. Di nou kòd sa a lè w rele.
teaser-email-genuine = Kijan ou ka konnen mesaj sa a se vre? Tout mesaj nou voye ba ou gen menm kòd sa a. Ou ka mande tou yon moun ou fè konfyans pou l chèche nimewo telefòn nou epi rele nou pou ou.
teaser-email-never = Pa gen okenn lyen pou louvri nan imel sa a. Nou p ap janm mande w lajan ni modpas.
teaser-email-closing = Si ou pa sèvi ak adrès sa a, tanpri efase imel sa a.

teaser-letter-title = Enfòmasyon enpòtan pou ou
teaser-letter-opening = Biwo nou an gen enfòmasyon enpòtan pou moun ki gen non li sou lèt sa a.
teaser-letter-why = Nou pa ekri li nan yon lèt, paske lòt moun ka louvri l.
teaser-letter-reach = Pou w jwenn li, tape { $web } nan yon navigatè, oswa rele { $hotline }.
teaser-letter-code = Kòd ou se { $code }. Di nou kòd sa a lè w rele.
teaser-letter-genuine = Kijan ou ka konnen mesaj sa a se vre? Tout mesaj nou voye ba ou gen menm kòd sa a. Ou ka mande tou yon moun ou fè konfyans pou l chèche nimewo telefòn nou epi rele nou pou ou.
teaser-letter-never = Nou p ap janm mande w lajan ni modpas.
teaser-letter-closing = Si lèt sa a pa pou ou, tanpri jete l.

beside-note = Se yon òdinatè ki tradui tèks sa a. Pa gen moun ki verifye l ankò. Tèks anglè a anba. Si gen yon diferans, se tèks anglè a ki konte.
beside-heading = Tèks anglè

attorney-email-subject = Yon kesyon vi prive sou youn nan kliyan ou yo
attorney-email-opening = N ap ekri w sou youn nan kliyan ou yo. Dosye nou yo di se ou ki avoka li.
attorney-email-matter = Se yon kesyon vi prive. Kliyan ou gen dwa pou l konnen sa, e nou vle ou konnen tou.
attorney-email-why = Nou pa bay non kliyan ou nan yon imel. N ap ba ou avi konplè a lè nou sèten se ak ou n ap pale.
attorney-email-reach = Tanpri rele { $hotline }, oswa tape { $web } nan yon navigatè, oswa ekri { $email }. Bay kòd sa a: { $code }
attorney-email-genuine = Tanpri verifye mesaj sa a se vre. Chèche nimewo telefòn nou poukont ou, rele nou, epi mande nou konfime kòd la.
attorney-email-never = Pa gen okenn lyen pou louvri nan imel sa a. Nou p ap janm mande ni ou ni kliyan ou lajan oswa modpas.

notice-title = Avi sou vyolasyon done
notice-for = Lèt sa a se pou { $name }.
notice-from = Li soti nan biwo sa a: { $organisation }. Moun ki pa t gen dwa te ka wè enfòmasyon prive ou. Nou mande w padon. Lèt sa a di sa ki te pase ak sa ou ka fè.
notice-alone = Si ou kapab, li lèt sa a poukont ou oswa ak yon moun ou fè konfyans.

notice-happened = Sa ki te pase
place-public-website = Yo te mete enfòmasyon ou pa erè sou yon sit entènèt piblik. Nenpòt moun te ka louvri yo epi li yo.
notice-happened-when = Yo te la depi { $began } rive { $ended }.
notice-happened-found = Nou te konnen sa { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Dosye nou yo pa montre okenn telechajman nan tan sa a. Men moun te ka li yo kanmenm.
        [one] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
        [many] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
       *[other] Nou konnen yo te telechaje yo nan { $downloads } adrès entènèt. Moun ki gen yon kopi te ka bay lòt moun li.
    }
notice-happened-downloads-unknown = Nou pa ka konnen kiyès ki te li yo ni kiyès ki gen yon kopi.

notice-information = Ki enfòmasyon ki te la
notice-information-list = Men enfòmasyon sou ou ki te la:
notice-information-unknown = Nou poko ka di ki enfòmasyon sou ou ki te la. Rele nou, n ap di w sa nou konnen.
notice-encrypted-no = Yo pa t chifre: yo pa t fèmen ak yon kle sekrè. Nenpòt moun ki te genyen yo te ka li yo.
notice-encrypted-yes = Yo te chifre: yo te fèmen ak yon kle sekrè. Se sèlman yon moun ki gen kle sa a tou ki ka li yo.
notice-encrypted-part = Yon pati te chifre: li te fèmen ak yon kle sekrè. Rès la pa t chifre. Nenpòt moun ki te genyen li te ka li rès la.
kind-name = Non ou
kind-birth-date = Dat nesans ou
kind-reference = Nimewo dosye ou (tankou yon nimewo A)
kind-birth-country = Peyi kote ou te fèt
kind-nationality = Nasyonalite ou
kind-sex = Sèks ou
kind-language = Lang ou pale
kind-custody = Si ou te nan detansyon oswa si yo te lage w
kind-facility = Kote yo te kenbe w
kind-case = Ki kote dosye imigrasyon ou rive
kind-phone = Nimewo telefòn ou
kind-email = Adrès imel ou
kind-address = Adrès lapòs ou
kind-attorney = Non avoka ou ak kijan pou jwenn li
kind-notes = Nòt sou kijan pou kontakte w
kind-other = Lòt enfòmasyon nan dosye ou

notice-meaning = Sa sa ka vle di
notice-meaning-known = Moun ou pa konnen ka gen enfòmasyon sa yo kounye a. Nou pa ka reprann yo nan men yo.
notice-meaning-safety = Si ou te vin chèche sekirite kont yon gouvènman, yon gwoup oswa yon moun, yo ka konnen kounye a ou te mande pwoteksyon, ak ki kote ou ye oswa ou te ye. Fanmi ou ka bezwen konnen sa tou.
notice-meaning-case = Sa ka gen enpòtans nan dosye imigrasyon oswa azil ou. Li ka yon nouvo reyalite yon jij oswa yon ofisye dwe konnen. Yon avoka ka di w sa sa vle di pou ou.
notice-meaning-fraud = Gen moun ki ka sèvi ak enfòmasyon ou pou yo twonpe w. Yo ka di yo soti nan gouvènman an, nan tribinal oswa nan biwo nou an. Yo ka konnen bagay sou ou. Sa pa vle di yo onèt.

notice-doing = Sa n ap fè
notice-doing-removed = Enfòmasyon yo pa la ankò. Yo te retire yo { $ended }.
notice-doing-telling = N ap avèti chak moun ki te gen enfòmasyon yo la, nan yon fason ki chèche pwoteje yo.
notice-doing-again = Lè nou konnen plis, n ap di w ankò.

notice-can = Sa ou ka fè
notice-can-lawyer = Pale ak avoka ou byen vit sou lèt sa a. Si ou pa gen avoka, mande yon gwoup èd legal pou l ede w.
notice-can-keep = Sere lèt sa a yon kote ki an sekirite. Ou ka montre l nan tribinal oswa bay yon ofisye.
notice-can-danger = Si ou an danje kounye a, rele lapolis (911 Ozetazini). Si ou nan detansyon, di avoka ou, oswa yon ofisye ou fè konfyans.
notice-can-family = Reflechi sou ki lòt moun ki dwe konnen, tankou fanmi ki ka an danje.
notice-can-phone = Mande konpayi telefòn ou pou l mete yon PIN sou kont ou. Chanje PIN bwat vokal ou ak modpas imel ou.
notice-can-fraud = Pa peye pyès moun ki rele w oswa ki ekri w sou sa, epi pa ba yo plis enfòmasyon.

notice-more = Pou plis enfòmasyon
notice-more-ask = Ou ka poze nou nenpòt kesyon. Di nou kòd ou: { $code }
notice-more-phone = Telefòn: { $hotline }
notice-more-web = Entènèt: tape { $web } nan yon navigatè
notice-more-email = Imel: { $email }
notice-more-post = Lapòs: { $post }

notice-genuine = Kijan pou konnen lèt sa a se vre
notice-genuine-code = Kòd ou se { $code }. Tout mesaj nou voye ba ou gen menm kòd sa a.
notice-genuine-check = Rele { $hotline } oswa tape { $web } nan yon navigatè, epi mande si kòd la bon. Avoka ou ka fè sa pou ou.
notice-genuine-never = Pèsonn nan biwo nou an p ap mande w lajan ni modpas. Si yon moun fè sa, se pa nou.

letter-title = Lèt
letter-date = Dat: { $date }
letter-page = Paj { $page } sou { $pages }
post-envelope = Prive. Se sèlman moun ki gen non l isit la ki dwe louvri l.
hand-envelope = Prive. Fòk yo remèt li fèmen, e se sèlman moun ki gen non l isit la ki dwe louvri l.

months = janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm
moment = { $date } a { $time } ({ $zone })
