### Somali, in the common spelling of Latin letters (Maxaa tiri); "you" is singular (aad), as is usual and respectful. Letters of GSM-7 only, so text messages have 160. "Browser" is avoided: "type … on the internet". Least sure: notice-title (jebinta xogta), notice-encrypted-…, attorney-email-subject (asturnaan, privacy).

teaser-sms = Xafiis baa macluumaad muhiim ah u haya qofka isticmaala telefoonkan. Internetka ku qor { $web } ama wac { $hotline }. Koodhkaaga: { $code }
teaser-sms-again = Xafiis baa macluumaad cusub u haya qofka isticmaala telefoonkan. Internetka ku qor { $web } ama wac { $hotline }. Koodhkaaga: { $code }

reply-stop = Lambarkan fariimo dambe uma soo diri doonno. Haddii aad su'aal qabto, wac { $hotline }.
reply-start = Fariimahayaga mar kale ayaad heli doontaa. Si aad u joojiso, dir STOP. Haddii aad su'aal qabto, wac { $hotline }.
reply-help = Macluumaad ayaan u haynaa qofka isticmaala telefoonkan. Internetka ku qor { $web } ama wac { $hotline }. Si aad u joojiso fariimaha, dir STOP.
reply-who = Dad kale ayaa akhrin kara fariintan, markaa halkan wax badan kuma sheegi karno. Si aad noo ogaato, wac { $hotline } oo wax ka weydii koodhkaaga.
reply-other = Cidna ma akhrido fariimaha lambarkan loo soo diro. Fadlan wac { $hotline }.

teaser-whatsapp = Xafiis baa macluumaad muhiim ah u haya qofka isticmaala telefoonkan. Si aad u hesho, internetka ku qor { $web } ama wac { $hotline }. Koodhkaagu waa { $code }. Weligayo kuma weydiin doonno lacag ama erayga sirta ah (password).
teaser-whatsapp-again = Xafiis baa macluumaad cusub u haya qofka isticmaala telefoonkan. Si aad u hesho, internetka ku qor { $web } ama wac { $hotline }. Koodhkaagu waa { $code }. Weligayo kuma weydiin doonno lacag ama erayga sirta ah (password).

teaser-voice-hello = Salaan. Wicitaankan waxaa loogu talagalay qofka isticmaala telefoonkan.
teaser-voice-press = Si aad u maqasho fariinta, riix 1.
teaser-voice-stop = Si aan mar dambe laguu soo wicin, riix 9.
teaser-voice-stopped = Mar dambe kuma soo wici doonno. Nabad gelyo.
teaser-voice-message = Xafiis baa macluumaad muhiim ah u haya qofka isticmaala telefoonkan. Fadlan soo qaado warqad iyo qalin.
teaser-voice-message-again = Xafiis baa macluumaad cusub u haya qofka isticmaala telefoonkan. Fadlan soo qaado warqad iyo qalin.
teaser-voice-reach = Si aad u hesho, wac lambarkan: { $hotline }.
teaser-voice-code = Waxaad u baahan doontaa koodhkan: { $code }.
teaser-voice-never = Weligayo kuma weydiin doonno lacag ama erayga sirta ah.
teaser-voice-again = Si aad mar kale u maqasho, riix 1.
teaser-voice-goodbye = Mahadsanid. Nabad gelyo.

teaser-email-subject = Macluumaad muhiim ah oo kugu socda
teaser-email-subject-again = Macluumaad cusub oo kugu socda
teaser-email-opening = Xafiiskayagu wuxuu macluumaad muhiim ah u hayaa qofka isticmaala cinwaankan iimaylka.
teaser-email-opening-again = Xafiiskayagu wuxuu macluumaad cusub u hayaa qofka isticmaala cinwaankan iimaylka.
teaser-email-why = Iimayl kuma qorno, sababtoo ah dad kale ayaa akhrin kara iimaylkaaga.
teaser-email-reach = Si aad u hesho, internetka ku qor { $web }, ama wac { $hotline }.
teaser-email-code = Koodhkaagu waa { $code }. Noo sheeg koodhkan marka aad na soo wacdo.
teaser-email-genuine = Sideed ku ogaan kartaa in tani run tahay? Fariin kasta oo aan kuu soo dirno waxay leedahay isla koodhkan. Waxaad sidoo kale ka codsan kartaa qof aad ku kalsoon tahay inuu raadiyo lambarkayaga telefoonka oo uu na soo waco adiga aawadaa.
teaser-email-never = Iimaylkan wax link ah ma leh. Weligayo kuma weydiin doonno lacag ama erayga sirta ah (password).
teaser-email-closing = Haddii aanad isticmaalin cinwaankan, fadlan tirtir iimaylkan.

teaser-letter-title = Macluumaad muhiim ah oo kugu socda
teaser-letter-title-again = Macluumaad cusub oo kugu socda
teaser-letter-opening = Xafiiskayagu wuxuu macluumaad muhiim ah u hayaa qofka magaciisu ku qoran yahay warqaddan.
teaser-letter-opening-again = Xafiiskayagu wuxuu macluumaad cusub u hayaa qofka magaciisu ku qoran yahay warqaddan.
teaser-letter-why = Warqad kuma qorno, sababtoo ah dad kale ayaa furi kara warqadahaaga.
teaser-letter-reach = Si aad u hesho, internetka ku qor { $web }, ama wac { $hotline }.
teaser-letter-code = Koodhkaagu waa { $code }. Noo sheeg koodhkan marka aad na soo wacdo.
teaser-letter-genuine = Sideed ku ogaan kartaa in tani run tahay? Fariin kasta oo aan kuu soo dirno waxay leedahay isla koodhkan. Waxaad sidoo kale ka codsan kartaa qof aad ku kalsoon tahay inuu raadiyo lambarkayaga telefoonka oo uu na soo waco adiga aawadaa.
teaser-letter-never = Weligayo kuma weydiin doonno lacag ama erayga sirta ah (password).
teaser-letter-closing = Haddii warqaddani aanay adiga kuu socon, fadlan jeexjeex oo tuur. Wax kale oo aad samayso looma baahna.

beside-note = Kombiyuutar ayaa turjumay qoraalkan. Weli qof ma hubin. Qoraalka Ingiriisiga ayaa hoos ku yaalla. Haddii ay kala duwan yihiin, qoraalka Ingiriisiga ayaa la raacayaa.
beside-heading = Qoraalka Ingiriisiga

attorney-email-subject = Arrin asturnaan oo ku saabsan hal ama in ka badan oo macaamiishaada ah
attorney-email-opening = Waxaan kuugu soo qoraynaa hal ama in ka badan oo macaamiishaada ah. Sida noogu diiwaan gashan, adiga ayaa qareenkooda ah.
attorney-email-matter = Waa arrin asturnaan. Macaamiishaadu waxay xaq u leeyihiin in loo sheego, adigana waxaan doonaynaa inaad ogaato.
attorney-email-why = Magaca macmiil kuma qorno iimayl. Waxaan ku siin doonnaa ogeysiiska oo dhan ee macmiil kasta marka aan hubinno in aan adiga kula hadlayno.
attorney-email-reach = Fadlan wac { $hotline }, ama internetka ku qor { $web }, ama wax u soo qor { $email }.
attorney-email-code = Fadlan tan gacanta ku hay. Koodh kastaa wuxuu u taagan yahay hal macmiil: { $code }
attorney-email-client = Fadlan arrintan macmiilkaaga kala hadal meel gaar ah. Dad kale ayaa arki kara telefoonka ama boostada macmiilkaaga.
attorney-email-genuine = Fadlan hubi in tani run tahay. Adigu raadi lambarkayaga telefoonka, na soo wac, oo na weydii in koodhadhku sax yihiin.
attorney-email-never = Iimaylkan wax link ah ma leh. Weligayo adiga iyo macaamiishaada midna ma weydiin doonno lacag ama erayga sirta ah (password).

attorney-letter-title = Arrin asturnaan oo ku saabsan hal ama in ka badan oo macaamiishaada ah
attorney-letter-opening = Waxaan kuugu soo qoraynaa hal ama in ka badan oo macaamiishaada ah. Sida noogu diiwaan gashan, adiga ayaa qareenkooda ah.
attorney-letter-matter = Waa arrin asturnaan. Macaamiishaadu waxay xaq u leeyihiin in loo sheego, adigana waxaan doonaynaa inaad ogaato.
attorney-letter-why = Magaca macmiil kuma qorno warqaddan, sababtoo ah dad kale oo xafiiskaaga jooga ayaa furi kara. Waxaan ku siin doonnaa ogeysiiska oo dhan ee macmiil kasta marka aan hubinno in aan adiga kula hadlayno.
attorney-letter-reach = Fadlan wac { $hotline }, ama internetka ku qor { $web }, ama wax u soo qor { $email }.
attorney-letter-code = Fadlan tan gacanta ku hay. Koodh kastaa wuxuu u taagan yahay hal macmiil: { $code }
attorney-letter-client = Fadlan arrintan macmiilkaaga kala hadal meel gaar ah. Dad kale ayaa arki kara telefoonka ama boostada macmiilkaaga.
attorney-letter-genuine = Fadlan hubi in tani run tahay. Adigu raadi lambarkayaga telefoonka, na soo wac, oo na weydii in koodhadhku sax yihiin.
attorney-letter-never = Weligayo adiga iyo macaamiishaada midna ma weydiin doonno lacag ama erayga sirta ah (password).

notice-title = Ogeysiiska Jebinta Xogta
notice-for = Ogeysiiskani waxa uu ku socdaa { $name }.
notice-from = Wuxuu ka yimid xafiiskan: { $organisation }. Macluumaadkaaga gaarka ah waxaa arki karay dad aan xaq u lahayn inay arkaan. Waan ka xunnahay. Ogeysiiskani wuxuu sheegayaa waxa dhacay iyo waxa aad samayn karto.
notice-alone = Haddii aad awooddo, ogeysiiskan keligaa akhri ama la akhri qof aad ku kalsoon tahay.

notice-happened = Maxaa Dhacay
place-public-website = Macluumaadkaaga waxaa si khalad ah loo geliyay bog internet oo dadka oo dhan u furan. Qof kastaa wuu furi karay oo wuu akhrin karay.
notice-happened-when = Wuxuu halkaas ku jiray laga bilaabo { $began } ilaa { $ended }.
notice-happened-found = Waxaan ogaannay { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Diiwaankayagu ma muujinayo in la soo dejiyay muddadaas. Hase ahaatee dad ayaa laga yaabaa inay akhriyeen.
        [one] Waxaan ognahay in laga soo dejiyay { $downloads } cinwaan oo internet ah. Qofkii nuqul haya waxaa laga yaabaa inuu dad kale siiyay.
       *[other] Waxaan ognahay in laga soo dejiyay { $downloads } cinwaan oo internet ah. Qofkii nuqul haya waxaa laga yaabaa inuu dad kale siiyay.
    }
notice-happened-downloads-unknown = Ma ogaan karno cidda akhriday ama cidda nuqul haysata.

notice-information = Macluumaadka Ay Khusayso
notice-information-list = Macluumaadkan adiga kugu saabsan ayaa halkaas ku jiray:
notice-information-unknown = Weli ma sheegi karno macluumaadka adiga kugu saabsan ee halkaas ku jiray. Na soo wac, waxaanan kuu sheegi doonnaa waxa aan ognahay.
notice-encrypted-no = Ma ahayn mid sireysan (encrypted): laguma qufulin fure sir ah. Qof kasta oo helay wuu akhrin karay.
notice-encrypted-yes = Wuxuu ahaa mid sireysan (encrypted): waxaa lagu qufulay fure sir ah. Waxaa akhrin kara oo keliya qofka sidoo kale haysta furahaas.
notice-encrypted-part = Qayb ka mid ah waxay ahayd mid sireysan (encrypted): waxaa lagu qufulay fure sir ah. Inta kale laguma qufulin. Qof kasta oo helay inta kale wuu akhrin karay.
kind-name = Magacaaga
kind-birth-date = Taariikhda dhalashadaada
kind-reference = Lambarka faylkaaga (sida A-Number)
kind-birth-country = Waddanka aad ku dhalatay
kind-nationality = Jinsiyaddaada
kind-sex = Jinsigaaga (lab ama dheddig)
kind-language = Luqadda aad ku hadasho
kind-custody = In aad xirnayd ama lagu sii daayay
kind-facility = Meesha lagugu hayay
kind-case = Halka uu marayo kiiskaaga socdaalka (immigration)
kind-phone = Lambarka telefoonkaaga
kind-email = Cinwaanka iimaylkaaga
kind-address = Cinwaanka boostadaada
kind-attorney = Magaca qareenkaaga iyo sida loola xiriiro qareenkaaga
kind-notes = Qoraallo ku saabsan sida laguula soo xiriiro
kind-other = Macluumaad kale oo ku jira faylkaaga

notice-meaning = Waxa Ay Tani Macnaheedu Noqon Karto
notice-meaning-known = Dad aanad aqoon ayaa laga yaabaa inay hadda hayaan macluumaadkan. Kama soo celin karno.
notice-meaning-safety = Haddii aad u timid inaad ka badbaaddo dowlad, koox ama qof, hadda waxay ogaan karaan in aad ilaalin codsatay, iyo halka aad joogto ama aad joogtay. Qoyskaagu sidoo kale waxaa laga yaabaa inay u baahan yihiin inay tan ogaadaan.
notice-meaning-case = Tani waxay muhiim u noqon kartaa kiiskaaga socdaalka (immigration) ama magangelyada, ama kiis kasta oo aad ku codsato in lagu ilaaliyo. Waxay noqon kartaa xaqiiq cusub oo ay tahay in garsoore ama sarkaal maqlo. Qareen ayaa kuu sheegi kara waxa ay adiga kuu tahay.
notice-meaning-fraud = Dadka qaar ayaa macluumaadkaaga u isticmaali kara si ay kuu khiyaaneeyaan. Waxay odhan karaan waxaan ka nimid dowladda, maxkamad ama xafiiskayaga. Waxyaabo adiga kugu saabsan ayay ogaan karaan. Taas macnaheedu ma aha inay run sheegayaan.

notice-doing = Waxa Aan Samaynayno
notice-doing-removed = Macluumaadku hadda halkaas kuma jiro. Waxaa laga saaray { $ended }.
notice-doing-telling = Waxaan u sheegaynaa qof kasta oo macluumaadkiisu halkaas ku jiray, si isku dayda in ammaankiisa la ilaaliyo.
notice-doing-again = Marka aan wax dheeraad ah ogaanno, mar kale ayaan kuu sheegi doonnaa.

notice-can = Waxa Aad Samayn Karto
notice-can-lawyer = Dhakhso ugu sheeg qareenkaaga ogeysiiskan. Haddii aanad qareen lahayn, caawimaad weydiiso koox bixisa gargaar sharci.
notice-can-keep = Ogeysiiskan meel ammaan ah ku hay. Waxaad tusi kartaa maxkamadda ama sarkaal.
notice-can-danger = Haddii aad hadda khatar ku jirto, wac booliiska (911 gudaha Maraykanka). Haddii aad xiran tahay, u sheeg qareenkaaga, ama sarkaal aad ku kalsoon tahay.
notice-can-family = Ka fikir cidda kale ee ay tahay inay ogaato, sida qoyska khatar ku jiri kara.
notice-can-phone = Shirkadda telefoonkaaga ka codso inay PIN (lambar sir ah) geliso akoonkaaga. Beddel PIN-ka fariimaha codka iyo erayga sirta ah (password) ee iimaylkaaga.
notice-can-fraud = Lacag ha siin oo macluumaad dheeraad ah ha siin qof kasta oo arrintan kaaga soo waca ama kaaga soo qora.

notice-more = Wixii Macluumaad Dheeraad Ah
notice-more-ask = Su'aal kasta waad na weydiin kartaa. Noo sheeg koodhkaaga: { $code }
notice-more-phone = Telefoon: { $hotline }
notice-more-web = Internet: ku qor { $web } internetka
notice-more-email = Iimayl: { $email }
notice-more-post = Boosto: { $post }
notice-agencies = Xafiisyadan dadweynuhu sidoo kale waxay kuu sheegi karaan sida aad isaga ilaalin karto in macluumaadkaaga si xun loo isticmaalo:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Sida Lagu Ogaado In Ogeysiiskani Run Yahay
notice-genuine-code = Koodhkaagu waa { $code }. Fariin kasta oo aan kuu soo dirno waxay leedahay isla koodhkan.
notice-genuine-check = Wac { $hotline } ama internetka ku qor { $web }, oo weydii in koodhku sax yahay. Qareenkaaga ayaa kuu samayn kara.
notice-genuine-never = Qof xafiiskayaga ka tirsan kuma weydiin doono lacag ama erayga sirta ah (password). Haddii qof ku weydiiyo, annaga ma nihin.

supplement-opening = Arrintan hore ayaan kuugu soo qornay. Hadda wax dheeraad ah ayaan ognahay. Ogeysiiskani wuxuu beddelayaa wixii aan hore kuugu soo dirnay.
supplement-code = Koodhkaagu waa kii hore.
supplement-new = Waxa Aan Hadda Ognahay
supplement-keep = Hay ogeysiiskii hore sidoo kale. Qareenkaagu waxaa laga yaabaa inuu doonayo inuu labadaba arko.

letter-title = Warqad
letter-date = Taariikhda: { $date }
letter-page = Bogga { $page } ee { $pages }
post-envelope = Gaar. Waxaa furi kara oo keliya qofka halkan ku magacaaban.
hand-envelope = Gaar. Ha la dhiibo iyada oo aan la furin. Waxaa furi kara oo keliya qofka halkan ku magacaaban.

months = cldr
moment = { $date }, saacadda { $time } ({ $zone })

statement-title = Caddayn ku saabsan jebinta xogta
statement-for = Caddayntani waxay u tahay { $name }.
statement-born = Taariikhda dhalashada: { $date }.
statement-from = Waxay ka timid xafiiskan: { $organisation }. Waxay sheegaysaa waxa ku dhacay macluumaadkaaga gaarka ah iyo sida aan kuu ogeysiinnay. Waxaad tusi kartaa qareenkaaga, maxkamadda ama sarkaal.
statement-lasted = Inta uu halkaas ku jiray, saacado iyo daqiiqado: { $time }.
statement-told = Sida aan kuu ogeysiinnay
statement-sms = Fariin qoraal ah
statement-voice = Wicitaan telefoon
statement-email = Iimayl
statement-letter = Warqad boosto ah
statement-hand = Warqad uu qof keeno
statement-attorney = { $way }, qareenkaaga loo diray
statement-sent = { $way }: la diray { $date }.
statement-made = { $way }: la diyaariyey { $date }.
statement-tried = { $way }: la isku dayay { $date }.
statement-arrived = { $way }: gaartay { $date }.
statement-failed = { $way }: ma gaarin. Waxaan taas ognahay ilaa { $date }.
statement-otherwise = Si kale: { $date } xafiiskayagu wuxuu qoray in lagu ogeysiiyey.
statement-none = Diiwaankayagu ma muujinayo fariin laguu diray.
statement-unsure = Haddii aan sadarna sheegin in fariin gaartay, ma garanayno inay gaartay iyo in kale. Fariintu waxay laga yaabaa inay kaliya sheegtay in aan macluumaad muhiim ah kuu hayno iyo sida aad ku heli karto.
statement-until = Kuwani waa diiwaankayaga ilaa { $date }. Maalmaha waxaa lagu tiriyaa saacadda adduunka (UTC).
statement-check = Sida loo hubiyo caddayntan
statement-check-file = Caddayntani waa fayl PDF ah oo leh shaabad dijitaal ah. Haddii qof erey beddelo, shaabaddu ma sii waafaqayso. Hay faylka: bog warqad ah shaabad ma leh.
statement-check-program = Qareenkaaga ama maxkamad ayaa hubin karta annaga la'aantayo, iyadoo la isticmaalayo barnaamijka bilaashka ah { $program }. Marka hore furahayaga naga weydii { $hotline }. Wuxuu ku bilaabmaa { $key }.
statement-check-record = Faylku wuxuu kaloo hayaa caddayn in diiwaankayagu muujinayo waxa halkan ku qoran. Cidna diiwaankaas mar dambe ma beddeli karto. Tani waxba kama sheegayso qof kale.
