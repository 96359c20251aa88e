### Wolof, in the official spelling of Senegal; "you" is singular (yow), as is usual. Text messages avoid ë, ó and ŋ, which would make them twice as long: so "ki yor telefon bii" (who has this phone) and "man" for "mën". French words stand where they are the known ones (mot de passe, chiffrer, lien, fuite de données); Gambian readers may not know these. Unsure everywhere: let a speaker read all. Least sure: notice-title, notice-encrypted-…, notice-happened-downloads (telesarse), notice-meaning-safety, notice-meaning-case, notice-can-phone, attorney-….

teaser-sms = Biro am na xibaar bu am solo ngir ki yor telefon bii. Bindal { $web } ci internet walla nga woo { $hotline }. Sa kod: { $code }
teaser-sms-again = Biro am na xibaar bu bees ngir ki yor telefon bii. Bindal { $web } ci internet walla nga woo { $hotline }. Sa kod: { $code }

reply-stop = Dootunu bind ci nimero bii. Soo amee laaj, wool { $hotline }.
reply-start = Dinanu la bindaat. Ngir dakkal ko, bindal STOP. Soo amee laaj, wool { $hotline }.
reply-help = Am nanu xibaar ngir ki yor telefon bii. Bindal { $web } ci internet walla nga woo { $hotline }. Ngir mesaas yi dakk, bindal STOP.
reply-who = Keneen man na jàng lii, moo tax dunu wax lu bari fii. Ngir xam ñan lanu, wool { $hotline } te nga laaj ci sa kod.
reply-other = Kenn du jàng li ñuy bind ci nimero bii. Su la neexee, wool { $hotline }.

teaser-whatsapp = Biro am na xibaar bu am solo ngir nit ki yor telefon bii. Ngir am ko, bindal { $web } ci internet walla nga woo { $hotline }. Sa kod mooy { $code }. Dunu la mas a laaj xaalis walla mot de passe.
teaser-whatsapp-again = Biro am na xibaar bu bees ngir nit ki yor telefon bii. Ngir am ko, bindal { $web } ci internet walla nga woo { $hotline }. Sa kod mooy { $code }. Dunu la mas a laaj xaalis walla mot de passe.

teaser-voice-hello = Nu ngi lay nuyu. Nit ki yor telefon bii lanuy woo.
teaser-voice-press = Ngir dégg mesaas bi, bësal 1.
teaser-voice-stop = Soo bëggul nu woo la beneen yoon, bësal 9.
teaser-voice-stopped = Dootunu la woo. Jàmm ak jàmm.
teaser-voice-message = Biro am na xibaar bu am solo ngir nit ki yor telefon bii. Su la neexee, jëlal këyit ak bik.
teaser-voice-message-again = Biro am na xibaar bu bees ngir nit ki yor telefon bii. Su la neexee, jëlal këyit ak bik.
teaser-voice-reach = Ngir am ko, wool nimero bii: { $hotline }.
teaser-voice-code = Dinga soxla kod bii: { $code }.
teaser-voice-never = Dunu la mas a laaj xaalis walla mot de passe.
teaser-voice-again = Ngir déggaat lii, bësal 1.
teaser-voice-goodbye = Jërëjëf. Jàmm ak jàmm.

teaser-email-subject = Xibaar bu am solo ngir yow
teaser-email-subject-again = Xibaar bu bees ngir yow
teaser-email-opening = Sunu biro am na xibaar bu am solo ngir nit kiy jëfandikoo adrees imeel bii.
teaser-email-opening-again = Sunu biro am na xibaar bu bees ngir nit kiy jëfandikoo adrees imeel bii.
teaser-email-why = Bindunu ko ci imeel, ndax yeneen nit mën nañu jàng say imeel.
teaser-email-reach = Ngir am ko, bindal { $web } ci internet, walla nga woo { $hotline }.
teaser-email-code = Sa kod mooy { $code }. Boo nu wooee, waxal nu kod bii.
teaser-email-genuine = Naka nga mën a xamee ni lii dëgg la? Mesaas bu nekk bu nu lay yónnee am na kod bii. Mën nga itam ñaan nit koo wóolu mu wut sunu nimero telefon te woo nu ngir yow.
teaser-email-never = Imeel bii amul benn lien. Dunu la mas a laaj xaalis walla mot de passe.
teaser-email-closing = Soo jëfandikoowul adrees bii, su la neexee, faral imeel bii.

teaser-letter-title = Xibaar bu am solo ngir yow
teaser-letter-title-again = Xibaar bu bees ngir yow
teaser-letter-opening = Sunu biro am na xibaar bu am solo ngir nit ki ñu bind turam ci bataaxal bii.
teaser-letter-opening-again = Sunu biro am na xibaar bu bees ngir nit ki ñu bind turam ci bataaxal bii.
teaser-letter-why = Bindunu ko ci bataaxal, ndax yeneen nit mën nañu ubbi say bataaxal.
teaser-letter-reach = Ngir am ko, bindal { $web } ci internet, walla nga woo { $hotline }.
teaser-letter-code = Sa kod mooy { $code }. Boo nu wooee, waxal nu kod bii.
teaser-letter-genuine = Naka nga mën a xamee ni lii dëgg la? Mesaas bu nekk bu nu lay yónnee am na kod bii. Mën nga itam ñaan nit koo wóolu mu wut sunu nimero telefon te woo nu ngir yow.
teaser-letter-never = Dunu la mas a laaj xaalis walla mot de passe.
teaser-letter-closing = Su bataaxal bii nekkul sa bos, su la neexee, xottil ko te sànni ko. Soxlawoo def leneen.

beside-note = Ordinatër moo tekki mbind mii. Ba tey kenn saytuwu ko. Mbind mi ci angale mu ngi ci suuf. Su ñu wuutee, mbind mi ci angale moo wóor.
beside-heading = Mbind mi ci angale

attorney-email-subject = Mbirum sutura mu jëm ci kenn walla ñenn ci say kiliyaan
attorney-email-opening = Nu ngi lay bind ci kenn walla ñenn ci say kiliyaan. Ci li nu bind, yaa di seen awokaa.
attorney-email-matter = Mbirum sutura la. Say kiliyaan am nañu sañ-sañ ñu wax leen ko, te bëgg nanu yow itam nga xam ko.
attorney-email-why = Dunu bind turu kiliyaan ci imeel. Bu nu wóoree ni yow lanuy waxal, dinanu la jox yégle bu mat ngir kiliyaan bu nekk.
attorney-email-reach = Su la neexee, wool { $hotline }, walla nga bind { $web } ci internet, walla nga bind nu ci { $email }.
attorney-email-code = Su la neexee, yoral lii. Kod bu nekk, kenn kiliyaan la: { $code }
attorney-email-client = Su la neexee, waxtaanal ci lii ak sa kiliyaan, yeen ñaar rekk. Yeneen nit mën nañu gis telefonu sa kiliyaan walla ay bataaxalam.
attorney-email-genuine = Su la neexee, seetal ndax lii dëgg la. Wutal yow ci sa bopp sunu nimero telefon, woo nu, te laaj nu ndax kod yi baax nañu.
attorney-email-never = Imeel bii amul benn lien. Dunu la mas a laaj xaalis walla mot de passe, yow walla say kiliyaan.

attorney-letter-title = Mbirum sutura mu jëm ci kenn walla ñenn ci say kiliyaan
attorney-letter-opening = Nu ngi lay bind ci kenn walla ñenn ci say kiliyaan. Ci li nu bind, yaa di seen awokaa.
attorney-letter-matter = Mbirum sutura la. Say kiliyaan am nañu sañ-sañ ñu wax leen ko, te bëgg nanu yow itam nga xam ko.
attorney-letter-why = Dunu bind turu kiliyaan ci bataaxal bii, ndax yeneen nit ci sa biro mën nañu ko ubbi. Bu nu wóoree ni yow lanuy waxal, dinanu la jox yégle bu mat ngir kiliyaan bu nekk.
attorney-letter-reach = Su la neexee, wool { $hotline }, walla nga bind { $web } ci internet, walla nga bind nu ci { $email }.
attorney-letter-code = Su la neexee, yoral lii. Kod bu nekk, kenn kiliyaan la: { $code }
attorney-letter-client = Su la neexee, waxtaanal ci lii ak sa kiliyaan, yeen ñaar rekk. Yeneen nit mën nañu gis telefonu sa kiliyaan walla ay bataaxalam.
attorney-letter-genuine = Su la neexee, seetal ndax lii dëgg la. Wutal yow ci sa bopp sunu nimero telefon, woo nu, te laaj nu ndax kod yi baax nañu.
attorney-letter-never = Dunu la mas a laaj xaalis walla mot de passe, yow walla say kiliyaan.

notice-title = Yégle ci xibaar yu rëcc (fuite de données)
notice-for = Yégle bii ngir { $name } la.
notice-from = Biro bii moo ko yónnee: { $organisation }. Ay nit ñu amul sañ-sañ gis say xibaar yu sutura mënoon nañu leen gis. Nu ngi lay jéggalu. Yégle bii day wax li xew ak li nga mën a def.
notice-alone = Soo ko mënee, jàngal yégle bii yow kese, walla ak nit koo wóolu.

notice-happened = Li Xew
place-public-website = Ci njuumte lañu def say xibaar ci sit internet bu ñépp mën a gis. Ku nekk mënoon na leen ubbi te jàng leen.
notice-happened-when = Foofu lañu nekkoon, dale ko { $began } ba { $ended }.
notice-happened-found = Bi nu ko xamee mooy: { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Li nu bind wonewul kenn ku leen telesarse ci waxtu woowu. Waaye amaana ay nit jàng nañu leen.
       *[other] Xam nanu ni telesarse nañu leen ci { $downloads } adrees internet. Amaana ku am kopi jox na ko yeneen nit.
    }
notice-happened-downloads-unknown = Mënunu xam kan moo leen jàng walla kan moo am kopi.

notice-information = Xibaar Yi Ci Nekkoon
notice-information-list = Xibaar yii ci yow nekkoon nañu foofu:
notice-information-unknown = Mënagunu wax yan xibaar ci yow ñoo nekkoon foofu. Wool nu, dinanu la wax li nu xam.
notice-encrypted-no = Chiffreruñu leen woon: tëjuñu leen woon ak caabi ju nëbbu. Képp ku leen amoon mënoon na leen jàng.
notice-encrypted-yes = Dañu leen chiffrer woon: dañu leen tëjoon ak caabi ju nëbbu. Ki am itam caabi jooju rekk moo leen mën a jàng.
notice-encrypted-part = Am na yu ñu chiffrer woon: dañu leen tëjoon ak caabi ju nëbbu. Yi ci des tëjuñu leen woon. Képp ku leen amoon mënoon na jàng yi ci des.
kind-name = Sa tur
kind-birth-date = Sa bésu juddu
kind-reference = Sa nimero dosye (lu mel ni A-Number)
kind-birth-country = Réew mi nga juddoo
kind-nationality = Sa nationalité
kind-sex = Ndax góor nga walla jigéen
kind-language = Làkk wi ngay làkk
kind-custody = Ndax dañu la tëjoon walla dañu la bàyyi
kind-facility = Bérab bi ñu la tëjoon
kind-case = Fi sa dosye immigration tollu
kind-phone = Sa nimero telefon
kind-email = Sa adrees imeel
kind-address = Sa adrees post
kind-attorney = Turu sa awokaa ak naka lañuy jokkoo ak sa awokaa
kind-notes = Li ñu bind ci naka lañuy jokkoo ak yow
kind-other = Yeneen xibaar ci sa dosye

notice-meaning = Li Lii Mën A Tekki
notice-meaning-known = Nit ñu nga xamul mën nañu am xibaar yii léegi. Mënunu leen delloosi.
notice-meaning-safety = Su fekkee danga ñëw ngir mucc ci nguur, ci kuréel walla ci nit, léegi mën nañu xam ni danga ñaan kaaraange, ak fi nga nekk walla fi nga nekkoon. Amaana sa njaboot itam soxla na xam lii.
notice-meaning-case = Lii mën na am solo ci sa dosye immigration walla asile, walla ci bépp dosye boo ci ñaan kaaraange. Mën na doon lu bees lu àttekat walla ofisiyee war a dégg. Awokaa mën na la wax li muy tekki ci yow.
notice-meaning-fraud = Am na ñu mën a jëfandikoo say xibaar ngir nax la. Mën nañu wax ni ci nguur, ci àttekaay walla ci sunu biro lañu bokk. Mën nañu xam ay mbir ci yow. Loolu tekkiwul ni nit ñu dëggu lañu.

notice-doing = Li Nuy Def
notice-doing-removed = Xibaar yi nekkatuñu foofu. Bi ñu leen fa jëlee mooy: { $ended }.
notice-doing-telling = Nu ngi koy wax nit ku nekk ku ay xibaaram nekkoon foofu, te nuy jéem a def ko ci lu wóor ngir moom.
notice-doing-again = Su nu xamee lu gën a bari, dinanu la waxaat.

notice-can = Li Nga Mën A Def
notice-can-lawyer = Waxal sa awokaa ci yégle bii ci lu gaaw. Soo amul awokaa, ñaanal ndimbal kuréel guy dimbali nit ci wàllu yoon.
notice-can-keep = Dencal yégle bii fu wóor. Mën nga ko wone ci àttekaay walla nga won ko ofisiyee.
notice-can-danger = Soo nekkee ci loraange léegi, wool polis (911 ci Amerig). Su ñu la tëjee, waxal ko sa awokaa, walla ofisiyee boo wóolu.
notice-can-family = Xalaatal ci yeneen nit ñi war a xam lii, lu mel ni say mbokk yu mën a nekk ci loraange.
notice-can-phone = Ñaanal sa kompañi telefon mu def PIN (nimero bu nëbbu) ci sa kont. Soppil PIN bi nga am ci say mesaas yu ñuy déglu ci telefon, ak mot de passe bu sa imeel.
notice-can-fraud = Bul fey dara te bul jox yeneen xibaar képp ku la woo walla ku la bind ci mbir mii.

notice-more = Ngir Yeneen Xibaar
notice-more-ask = Mën nga nu laaj bépp laaj. Waxal nu sa kod: { $code }
notice-more-phone = Telefon: { $hotline }
notice-more-web = Internet: bindal { $web } ci internet
notice-more-email = Imeel: { $email }
notice-more-post = Post: { $post }
notice-agencies = Biro nguur yii itam mën nañu la wax naka ngay moytoo ñu jëfandikoo say xibaar ci lu baaxul:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Naka Ngay Xamee Ni Yégle Bii Dëgg La
notice-genuine-code = Sa kod mooy { $code }. Mesaas bu nekk bu nu lay yónnee am na kod bii.
notice-genuine-check = Wool { $hotline } walla nga bind { $web } ci internet, te nga laaj ndax kod bi baax na. Sa awokaa mën na ko defal la.
notice-genuine-never = Kenn ci sunu biro du la laaj xaalis walla mot de passe. Su la ko kenn laajee, du nun.

supplement-opening = Bind nanu la woon ci mbir mii. Léegi xam nanu lu gën a bari. Yégle bii moo wuutu li nu la yónnee woon.
supplement-code = Sa kod soppikuwul.
supplement-new = Li Nu Xam Léegi
supplement-keep = Dencal itam yégle bu njëkk ba. Amaana sa awokaa bëgg na gis ñaar yépp.

letter-title = Bataaxal
letter-date = Bés: { $date }
letter-page = Xët { $page } ci { $pages }
post-envelope = Sutura. Ki ñu bind turam fii rekk moo ko war a ubbi.
hand-envelope = Sutura. Joxeel ko te bu ko ubbi. Ki ñu bind turam fii rekk moo ko war a ubbi.

months = cldr
moment = { $date }, ci { $time } ({ $zone })

statement-title = Seede ci xibaar yu rëcc (fuite de données)
statement-for = Seede bii ngir { $name } la.
statement-born = Bésu juddu: { $date }.
statement-from = Mu ngi bawoo ci biro bii: { $organisation }. Day wax lu xew ci say xibaar yu sutura ak naka lañu la yégalee. Mën nga ko won sa awokaa, àttekaay walla ofisiyee.
statement-lasted = Ñaata waxtu ak simili lañu fa nekkoon: { $time }.
statement-told = Naka lañu la yégalee
statement-sms = Mesaas bu ñu bind
statement-voice = Woote telefon
statement-email = Imeel
statement-letter = Bataaxal bu jaar ci post
statement-hand = Bataaxal bu nit yóbbu
statement-attorney = { $way }, ñeel sa awokaa
statement-sent = { $way }: yónnee nañu ko ci { $date }.
statement-made = { $way }: defar nañu ko ci { $date }.
statement-tried = { $way }: jéem nañu ko ci { $date }.
statement-arrived = { $way }: agsi na ci { $date }.
statement-failed = { $way }: agsiwul. Xam nañu ko dale ko { $date }.
statement-otherwise = Ci beneen anam: ci { $date } sunu biro bind na ni yégal nañu la.
statement-none = Sunuy dosye wonewuñu benn mesaas bu ñu la yónnee.
statement-unsure = Su amul benn rëdd bu wax ni mesaas agsi na, xamuñu ndax agsi na. Mesaas mën na wax rekk ni am nañu xibaar yu am solo ñeel la, ak naka nga koy ame.
statement-until = Yii mooy sunuy dosye ba { $date }. Fan yi ñu ngi leen di waññ ci waxtu àdduna (UTC).
statement-check = Naka lañuy saytoo seede bii
statement-check-file = Seede bii fichier PDF la bu am tàmpe bu dijitaal. Su kenn soppee benn baat, tàmpe bi du dëppoo ati. Dencal fichier bi: xët wu kayit amul tàmpe.
statement-check-program = Sa awokaa walla àttekaay mën na ko saytu te soxlawul nun, ak prograam bu amul fay { $program }. Jëkkal laaj nu sunu caabi ci { $hotline }. Mu ngi tàmbalee { $key }.
statement-check-record = Fichier bi am na itam firnde ni sunu dosye wone na li ñu bind fii. Kenn mënul soppi dosye boobu ginnaaw bi. Loolu waxul dara ci keneen.
