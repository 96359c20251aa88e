### Tigrinya, for readers from Eritrea and Ethiopia; respectful plural (ንስኹም), which is used here for women and men. Teasers say "we" and not "office", since ቤት ጽሕፈት can be the state's. Dates say that they are by the European calendar and clock: month names mean other days in Ethiopia. Least sure: notice-title, notice-encrypted-…, attorney-email-subject and the word ብሕትውና (privacy), notice-doing-telling.

teaser-sms = ንተጠቃሚ እዚ ስልኪ ኣገዳሲ ሓበሬታ ኣሎና። ደውሉ፦ { $hotline } ኮድኩም፦ { $code }
teaser-sms-again = ንተጠቃሚ እዚ ስልኪ ሓድሽ ሓበሬታ ኣሎና። ደውሉ፦ { $hotline } ኮድኩም፦ { $code }

reply-stop = ካብ ሕጂ መልእኽቲ ኣይንሰድድን ኢና። ሕቶ እንተሃልዩኩም ደውሉ፦ { $hotline }
reply-start = መልእኽትና ከም ብሓድሽ ክመጸኩም እዩ። ንምቁራጽ STOP ስደዱ። ሕቶ፦ { $hotline }
reply-help = ንተጠቃሚ እዚ ስልኪ ሓበሬታ ኣሎና። ደውሉ፦ { $hotline } ንምቁራጽ STOP ስደዱ።
reply-who = ካልእ ሰብ ከይርኢ ኣይንዛረብን። መን ምዃንና ደዊልኩም ብኮድኩም ሕተቱ፦ { $hotline }
reply-other = ናብዚ ቁጽሪ ዝለኣኽ መልእኽቲ ዘንብብ የለን። በጃኹም ደውሉ፦ { $hotline }

teaser-whatsapp = ነቲ በዚ ስልኪ ዝጥቀም ሰብ ኣገዳሲ ሓበሬታ ኣሎና። ነቲ ሓበሬታ ንምርካብ { $web } ኣብ ብራውዘር (browser) ጽሓፉ ወይ ናብ { $hotline } ደውሉ። ኮድኩም { $code } እዩ። ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓተኩምን ኢና።
teaser-whatsapp-again = ነቲ በዚ ስልኪ ዝጥቀም ሰብ ሓድሽ ሓበሬታ ኣሎና። ነቲ ሓበሬታ ንምርካብ { $web } ኣብ ብራውዘር (browser) ጽሓፉ ወይ ናብ { $hotline } ደውሉ። ኮድኩም { $code } እዩ። ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓተኩምን ኢና።

teaser-voice-hello = ሰላም። እዚ ጻውዒት ነቲ በዚ ስልኪ ዝጥቀም ሰብ እዩ።
teaser-voice-press = ነቲ መልእኽቲ ንምስማዕ 1 ጽቐጡ።
teaser-voice-stop = ድሕሪ ሕጂ ጻውዒት ከይመጸኩም 9 ጽቐጡ።
teaser-voice-stopped = ድሕሪ ሕጂ ኣይንድውለልኩምን ኢና። ደሓን ኩኑ።
teaser-voice-message = ነቲ በዚ ስልኪ ዝጥቀም ሰብ ኣገዳሲ ሓበሬታ ኣሎና። በጃኹም ወረቐትን ፔንን ሓዙ።
teaser-voice-message-again = ነቲ በዚ ስልኪ ዝጥቀም ሰብ ሓድሽ ሓበሬታ ኣሎና። በጃኹም ወረቐትን ፔንን ሓዙ።
teaser-voice-reach = ነቲ ሓበሬታ ንምርካብ ናብዚ ቁጽሪ ደውሉ፦ { $hotline }።
teaser-voice-code = እዚ ኮድ እዚ ከድልየኩም እዩ፦ { $code }።
teaser-voice-never = ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓተኩምን ኢና።
teaser-voice-again = ነዚ ከም ብሓድሽ ንምስማዕ 1 ጽቐጡ።
teaser-voice-goodbye = የቐንየልና። ደሓን ኩኑ።

teaser-email-subject = ንዓኹም ዝኸውን ኣገዳሲ ሓበሬታ
teaser-email-subject-again = ንዓኹም ዝኸውን ሓድሽ ሓበሬታ
teaser-email-opening = ነቲ በዚ ኣድራሻ ኢመይል ዝጥቀም ሰብ ኣገዳሲ ሓበሬታ ኣሎና።
teaser-email-opening-again = ነቲ በዚ ኣድራሻ ኢመይል ዝጥቀም ሰብ ሓድሽ ሓበሬታ ኣሎና።
teaser-email-why = ካልኦት ሰባት ኢመይልኩም ከንብቡ ስለ ዝኽእሉ፣ ነቲ ሓበሬታ ኣብ ኢመይል ኣይንጽሕፎን ኢና።
teaser-email-reach = ነቲ ሓበሬታ ንምርካብ { $web } ኣብ ብራውዘር (browser) ጽሓፉ ወይ ናብ { $hotline } ደውሉ።
teaser-email-code = ኮድኩም { $code } እዩ። ክትድውሉ ከለኹም እዚ ኮድ እዚ ንገሩና።
teaser-email-genuine = እዚ ሓቂ ምዃኑ ብኸመይ ክትፈልጡ ትኽእሉ? ካባና ናባኹም ዝመጽእ ኩሉ መልእኽቲ እዚ ኮድ እዚ ኣለዎ። ንእትኣምንዎ ሰብ እውን ቁጽሪ ስልክና ደልዩ ክንዳኹም ኮይኑ ክድውለልና ክትሓትዎ ትኽእሉ።
teaser-email-never = እዚ ኢመይል እዚ ዝኾነ ሊንክ የብሉን። ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓተኩምን ኢና።
teaser-email-closing = ነዚ ኣድራሻ እዚ ዘይትጥቀሙሉ እንተኾንኩም፣ በጃኹም ነዚ ኢመይል ደምስስዎ።

teaser-letter-title = ንዓኹም ዝኸውን ኣገዳሲ ሓበሬታ
teaser-letter-title-again = ንዓኹም ዝኸውን ሓድሽ ሓበሬታ
teaser-letter-opening = ነቲ ኣብዚ ደብዳበ ስሙ ተጻሒፉ ዘሎ ሰብ ኣገዳሲ ሓበሬታ ኣሎና።
teaser-letter-opening-again = ነቲ ኣብዚ ደብዳበ ስሙ ተጻሒፉ ዘሎ ሰብ ሓድሽ ሓበሬታ ኣሎና።
teaser-letter-why = ካልኦት ሰባት ደብዳበታትኩም ክኸፍቱ ስለ ዝኽእሉ፣ ነቲ ሓበሬታ ኣብ ደብዳበ ኣይንጽሕፎን ኢና።
teaser-letter-reach = ነቲ ሓበሬታ ንምርካብ { $web } ኣብ ብራውዘር (browser) ጽሓፉ ወይ ናብ { $hotline } ደውሉ።
teaser-letter-code = ኮድኩም { $code } እዩ። ክትድውሉ ከለኹም እዚ ኮድ እዚ ንገሩና።
teaser-letter-genuine = እዚ ሓቂ ምዃኑ ብኸመይ ክትፈልጡ ትኽእሉ? ካባና ናባኹም ዝመጽእ ኩሉ መልእኽቲ እዚ ኮድ እዚ ኣለዎ። ንእትኣምንዎ ሰብ እውን ቁጽሪ ስልክና ደልዩ ክንዳኹም ኮይኑ ክድውለልና ክትሓትዎ ትኽእሉ።
teaser-letter-never = ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓተኩምን ኢና።
teaser-letter-closing = እዚ ደብዳበ እዚ ንዓኹም ዘይኮነ እንተኾይኑ፣ በጃኹም ቀዲድኩም ደርብይዎ። ካልእ ክትገብርዎ ዘድልየኩም የለን።

beside-note = ነዚ ጽሑፍ ዝተርጐሞ ኮምፒተር እዩ። ክሳብ ሕጂ ሓደ ሰብ እኳ ኣየረጋገጾን። እቲ ናይ እንግሊዝኛ ጽሑፍ ኣብ ታሕቲ ኣሎ። ፍልልይ እንተሃልዩ፣ እቲ ናይ እንግሊዝኛ ጽሑፍ እዩ ዝሰርሕ።
beside-heading = ናይ እንግሊዝኛ ጽሑፍ

attorney-email-subject = ንሓደ ወይ ካብ ሓደ ንላዕሊ ዓማዊልኩም ዝምልከት ጉዳይ ብሕትውና
attorney-email-opening = ብዛዕባ ሓደ ወይ ካብ ሓደ ንላዕሊ ዓማዊልኩም ንጽሕፈልኩም ኣሎና። ከምቲ ኣባና ተጻሒፉ ዘሎ፣ ጠበቓኦም ንስኹም ኢኹም።
attorney-email-matter = እዚ ናይ ብሕትውና ጉዳይ እዩ። ዓማዊልኩም ብዛዕባ እዚ ክንገሮም መሰል ኣለዎም፤ ንስኹም እውን ክትፈልጥዎ ንደሊ።
attorney-email-why = ስም ዓሚል ኣብ ኢመይል ኣይንጽሕፍን ኢና። ምሳኹም ንዛረብ ምህላውና ምስ ኣረጋገጽና፣ ንነፍሲ ወከፍ ዓሚል ምሉእ መፍለጢ ክንህበኩም ኢና።
attorney-email-reach = በጃኹም ናብ { $hotline } ደውሉ፣ ወይ { $web } ኣብ ብራውዘር (browser) ጽሓፉ፣ ወይ ናብ { $email } ጽሓፉልና።
attorney-email-code = በጃኹም እዚ ኣዳሊኹም ሓዙ። ነፍሲ ወከፍ ኮድ ንሓደ ዓሚል የመልክት፦ { $code }
attorney-email-client = በጃኹም ብዛዕባ እዚ ምስ ዓሚልኩም ብብሕቲ ተዘራረቡ። ካልኦት ሰባት ስልኪ ወይ ደብዳበ ናይ ዓሚልኩም ክርእዩ ይኽእሉ።
attorney-email-genuine = በጃኹም እዚ ሓቂ ምዃኑ ኣረጋግጹ። ቁጽሪ ስልክና ባዕልኹም ደሊኹም ደውሉልና፣ እቶም ኮድ ቅኑዓት ምዃኖም እውን ሕተቱና።
attorney-email-never = እዚ ኢመይል እዚ ዝኾነ ሊንክ የብሉን። ንዓኹም ወይ ንዓማዊልኩም ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓትትን ኢና።

attorney-letter-title = ንሓደ ወይ ካብ ሓደ ንላዕሊ ዓማዊልኩም ዝምልከት ጉዳይ ብሕትውና
attorney-letter-opening = ብዛዕባ ሓደ ወይ ካብ ሓደ ንላዕሊ ዓማዊልኩም ንጽሕፈልኩም ኣሎና። ከምቲ ኣባና ተጻሒፉ ዘሎ፣ ጠበቓኦም ንስኹም ኢኹም።
attorney-letter-matter = እዚ ናይ ብሕትውና ጉዳይ እዩ። ዓማዊልኩም ብዛዕባ እዚ ክንገሮም መሰል ኣለዎም፤ ንስኹም እውን ክትፈልጥዎ ንደሊ።
attorney-letter-why = ምሳኹም ዝሰርሑ ካልኦት ሰባት ክኸፍትዎ ስለ ዝኽእሉ፣ ስም ዓሚል ኣብዚ ደብዳበ ኣይንጽሕፍን ኢና። ምሳኹም ንዛረብ ምህላውና ምስ ኣረጋገጽና፣ ንነፍሲ ወከፍ ዓሚል ምሉእ መፍለጢ ክንህበኩም ኢና።
attorney-letter-reach = በጃኹም ናብ { $hotline } ደውሉ፣ ወይ { $web } ኣብ ብራውዘር (browser) ጽሓፉ፣ ወይ ናብ { $email } ጽሓፉልና።
attorney-letter-code = በጃኹም እዚ ኣዳሊኹም ሓዙ። ነፍሲ ወከፍ ኮድ ንሓደ ዓሚል የመልክት፦ { $code }
attorney-letter-client = በጃኹም ብዛዕባ እዚ ምስ ዓሚልኩም ብብሕቲ ተዘራረቡ። ካልኦት ሰባት ስልኪ ወይ ደብዳበ ናይ ዓሚልኩም ክርእዩ ይኽእሉ።
attorney-letter-genuine = በጃኹም እዚ ሓቂ ምዃኑ ኣረጋግጹ። ቁጽሪ ስልክና ባዕልኹም ደሊኹም ደውሉልና፣ እቶም ኮድ ቅኑዓት ምዃኖም እውን ሕተቱና።
attorney-letter-never = ንዓኹም ወይ ንዓማዊልኩም ገንዘብ ወይ ፓስዎርድ ፈጺምና ኣይንሓትትን ኢና።

notice-title = መፍለጢ ብዛዕባ ጥሕሰት ሓበሬታ
notice-for = እዚ መፍለጢ እዚ ን{ $name } እዩ።
notice-from = ካብዚ ቤት ጽሕፈት ዝመጸ እዩ፦ { $organisation }። ናይ ብሕቲ ሓበሬታኹም ክርእዩ መሰል ዘይብሎም ሰባት ክርእይዎ ይኽእሉ ነይሮም። ይቕሬታ ንሓትት። እዚ መፍለጢ እንታይ ከም ዘጋጠመን ንስኹም እንታይ ክትገብሩ ከም እትኽእሉን ይነግር።
notice-alone = እንተኽኢልኩም፣ ነዚ መፍለጢ በይንኹም ወይ ምስ እትኣምንዎ ሰብ ኮይንኩም ኣንብብዎ።

notice-happened = እንታይ ኣጋጢሙ
place-public-website = ሓበሬታኹም ብጌጋ ኣብ ንኹሉ ሰብ ክፉት ዝኾነ ዌብሳይት ወጺኡ። ዝኾነ ሰብ ከፊቱ ከንብቦ ይኽእል ነይሩ።
notice-happened-when = ካብ { $began } ክሳብ { $ended } ኣብኡ ነይሩ።
notice-happened-found = ነዚ ዝፈለጥናሉ ግዜ { $discovered } እዩ።
notice-happened-downloads =
    { $downloads ->
        [0] መዛግብትና ኣብቲ ግዜ እቲ ዝኾነ ዳውንሎድ ከም ዝተገብረ ኣየርእዩን። ኮይኑ ግና ሰባት ኣንቢቦሞ ክኾኑ ይኽእሉ።
        [one] ካብ { $downloads } ኣድራሻ ኢንተርነት ዳውንሎድ ከም ዝተገብረ ንፈልጥ። ቅዳሕ ዘለዎ ሰብ ንኻልኦት ሂብዎ ክኸውን ይኽእል።
       *[other] ካብ { $downloads } ኣድራሻታት ኢንተርነት ዳውንሎድ ከም ዝተገብረ ንፈልጥ። ቅዳሕ ዘለዎ ሰብ ንኻልኦት ሂብዎ ክኸውን ይኽእል።
    }
notice-happened-downloads-unknown = መን ከም ዘንበቦ ወይ መን ቅዳሕ ከም ዘለዎ ክንፈልጥ ኣይንኽእልን ኢና።

notice-information = እንታይ ሓበሬታ ነይሩ
notice-information-list = ብዛዕባኹም እዚ ዝስዕብ ሓበሬታ ኣብኡ ነይሩ፦
notice-information-unknown = ብዛዕባኹም ኣየናይ ሓበሬታ ኣብኡ ከም ዝነበረ ክሳብ ሕጂ ክንነግረኩም ኣይንኽእልን ኢና። ደውሉልና፣ እንፈልጦ ክንነግረኩም ኢና።
notice-encrypted-no = እቲ ሓበሬታ ኢንክሪፕት ኣይተገብረን፦ ብምስጢራዊ መፍትሕ ኣይተዓጽወን። ዝረኸቦ ዝኾነ ሰብ ከንብቦ ይኽእል ነይሩ።
notice-encrypted-yes = እቲ ሓበሬታ ኢንክሪፕት ተገይሩ ነይሩ፦ ብምስጢራዊ መፍትሕ ተዓጽዩ ነይሩ። ከንብቦ ዝኽእል እቲ መፍትሕ እውን ዘለዎ ሰብ ጥራይ እዩ።
notice-encrypted-part = ገለ ክፋል ናይቲ ሓበሬታ ኢንክሪፕት ተገይሩ ነይሩ፦ ብምስጢራዊ መፍትሕ ተዓጽዩ ነይሩ። እቲ ዝተረፈ ኣይተዓጽወን። ዝረኸቦ ዝኾነ ሰብ ነቲ ዝተረፈ ከንብቦ ይኽእል ነይሩ።
kind-name = ስምኩም
kind-birth-date = ዕለት ልደትኩም
kind-reference = ቁጽሪ ፋይልኩም (ንኣብነት A-Number)
kind-birth-country = ዝተወለድኩምላ ሃገር
kind-nationality = ዜግነትኩም
kind-sex = ጾታኹም
kind-language = እትዛረብዎ ቋንቋ
kind-custody = ተኣሲርኩም ከም ዝነበርኩም ወይ ከም ዝተፈታሕኩም
kind-facility = ተኣሲርኩምሉ ዝነበርኩም ቦታ
kind-case = ናይ ኢሚግሬሽን ጉዳይኩም ኣበይ ከም ዝበጽሐ
kind-phone = ቁጽሪ ስልክኹም
kind-email = ኣድራሻ ኢመይልኩም
kind-address = ናይ ፖስታ ኣድራሻኹም
kind-attorney = ስም ጠበቓኹምን ንጠበቓኹም ብኸመይ ከም ዝርከብን
kind-notes = ንዓኹም ብኸመይ ከም ዝርከብ ዝተጻሕፈ መዘኻኸሪ
kind-other = ኣብ ፋይልኩም ዘሎ ካልእ ሓበሬታ

notice-meaning = እዚ እንታይ ማለት ክኸውን ይኽእል
notice-meaning-known = ዘይትፈልጥዎም ሰባት ሕጂ እዚ ሓበሬታ ክህልዎም ይኽእል። ካብኦም መሊስና ክንወስዶ ኣይንኽእልን ኢና።
notice-meaning-safety = ካብ መንግስቲ፣ ካብ ጉጅለ ወይ ካብ ሰብ ድሕነት ንምርካብ እንተመጺእኩም፣ ንሳቶም ሕጂ ንስኹም ሓለዋ ከም ዝሓተትኩምን ኣበይ ከም ዘለኹም ወይ ከም ዝነበርኩምን ክፈልጡ ይኽእሉ። ስድራቤትኩም እውን ነዚ ክፈልጡ ከድልዮም ይኽእል።
notice-meaning-case = እዚ ንናይ ኢሚግሬሽን ወይ ዕቝባ ጉዳይኩም፣ ወይ ሓለዋ ንእትሓትሉ ዝኾነ ጉዳይ ኣገዳሲ ክኸውን ይኽእል። ዳኛ ወይ በዓል ስልጣን ክሰምዖ ዝግባእ ሓድሽ ነገር ክኸውን ይኽእል። ንዓኹም እንታይ ማለት ምዃኑ ጠበቓ ክነግረኩም ይኽእል።
notice-meaning-fraud = ገለ ሰባት ሓበሬታኹም ተጠቒሞም ከታልሉኹም ይኽእሉ። ካብ መንግስቲ፣ ካብ ቤት ፍርዲ ወይ ካብ ቤት ጽሕፈትና ኢና ክብሉ ይኽእሉ። ብዛዕባኹም ገለ ነገራት ክፈልጡ ይኽእሉ። እዚ ግና ሓቀኛታት እዮም ማለት ኣይኮነን።

notice-doing = ንሕና እንታይ ንገብር ኣሎና
notice-doing-removed = እቲ ሓበሬታ ሕጂ ኣብኡ የለን። ዝተኣልየሉ ግዜ { $ended } እዩ።
notice-doing-telling = ሓበሬታኡ ኣብኡ ንዝነበረ ነፍሲ ወከፍ ሰብ፣ ድሕነቱ ንምሕላው ብዝፍትን መንገዲ ንነግር ኣሎና።
notice-doing-again = ተወሳኺ ምስ እንፈልጥ፣ ከም ብሓድሽ ክንነግረኩም ኢና።

notice-can = ንስኹም እንታይ ክትገብሩ ትኽእሉ
notice-can-lawyer = ብዛዕባ እዚ መፍለጢ ቀልጢፍኩም ንጠበቓኹም ንገሩ። ጠበቓ እንተዘይብልኩም፣ ናይ ሕጊ ሓገዝ ዝህብ ጉጅለ ክሕግዘኩም ሕተቱ።
notice-can-keep = ነዚ መፍለጢ ኣብ ውሑስ ቦታ ኣቐምጥዎ። ኣብ ቤት ፍርዲ ወይ ንበዓል ስልጣን ከተርእይዎ ትኽእሉ።
notice-can-danger = ሕጂ ኣብ ሓደጋ እንተሃሊኹም፣ ንፖሊስ ደውሉ (ኣብ ኣመሪካ 911)። ተኣሲርኩም እንተሃሊኹም፣ ንጠበቓኹም ወይ ንእትኣምንዎ በዓል ስልጣን ንገሩ።
notice-can-family = ካልእ መን ክፈልጥ ከም ዘለዎ ሕሰቡ፤ ንኣብነት ኣብ ሓደጋ ክኾኑ ዝኽእሉ ስድራቤት።
notice-can-phone = ኩባንያ ስልክኹም ኣብ ኣካውንትኩም PIN (ምስጢራዊ ቁጽሪ) ከእቱ ሕተቱ። ናይ ድምጺ መልእኽትኹም PIN ከምኡ እውን ናይ ኢመይልኩም ፓስዎርድ ቀይሩ።
notice-can-fraud = ብዛዕባ እዚ ንዝድውለልኩም ወይ ንዝጽሕፈልኩም ዝኾነ ሰብ ገንዘብ ኣይትክፈሉ፣ ተወሳኺ ሓበሬታ እውን ኣይትሃቡ።

notice-more = ንተወሳኺ ሓበሬታ
notice-more-ask = ዝኾነ ሕቶ ክትሓቱና ትኽእሉ። ኮድኩም ንገሩና፦ { $code }
notice-more-phone = ስልኪ፦ { $hotline }
notice-more-web = ኢንተርነት፦ { $web } ኣብ ብራውዘር (browser) ጽሓፉ
notice-more-email = ኢመይል፦ { $email }
notice-more-post = ፖስታ፦ { $post }
notice-agencies = ሓበሬታኹም ብዘይ ኣግባብ ከይጥቀሙሉ ብኸመይ ከም እትጥንቀቑ እዞም ናይ ህዝቢ ኣብያተ ጽሕፈት እውን ክነግሩኹም ይኽእሉ፦
notice-agency = { $name }፦ { $phone }, { $web }

notice-genuine = እዚ መፍለጢ ሓቂ ምዃኑ ብኸመይ ይፍለጥ
notice-genuine-code = ኮድኩም { $code } እዩ። ካባና ናባኹም ዝመጽእ ኩሉ መልእኽቲ እዚ ኮድ እዚ ኣለዎ።
notice-genuine-check = ናብ { $hotline } ደውሉ ወይ { $web } ኣብ ብራውዘር (browser) ጽሓፉ፣ እቲ ኮድ ቅኑዕ ምዃኑ እውን ሕተቱ። ጠበቓኹም ክንዳኹም ኮይኑ ነዚ ክገብር ይኽእል።
notice-genuine-never = ካብ ቤት ጽሕፈትና ዝኾነ ሰብ ገንዘብ ወይ ፓስዎርድ ኣይሓተኩምን እዩ። ዝሓተኩም እንተሃልዩ፣ ንሕና ኣይኮንናን።

supplement-opening = ቅድሚ ሕጂ ብዛዕባ እዚ ጽሒፍናልኩም ነይርና። ሕጂ ተወሳኺ ፈሊጥና ኣሎና። እዚ መፍለጢ ኣብ ክንዲ እቲ ቅድሚ ሕጂ ዝሰደድናልኩም እዩ።
supplement-code = ኮድኩም ከምቲ ናይ ቅድም እዩ።
supplement-new = ሕጂ እንፈልጦ
supplement-keep = ነቲ ናይ ቅድም መፍለጢ እውን ዓቅብዎ። ጠበቓኹም ንክልቲኡ ክርኢ ይደሊ ይኸውን።

letter-title = ደብዳበ
letter-date = ዕለት (ብኣቆጻጽራ ኤውሮጳ)፦ { $date }
letter-page = ገጽ { $page } ካብ { $pages }
post-envelope = ብሕታዊ። ኣብዚ ስሙ ተጻሒፉ ዘሎ ሰብ ጥራይ ይኽፈቶ።
hand-envelope = ብሕታዊ። ከም ዝተዓሸገ ይወሃብ፤ ኣብዚ ስሙ ተጻሒፉ ዘሎ ሰብ ጥራይ ይኽፈቶ።

months = cldr
moment = { $date }፣ { $time } ({ $zone }፣ ብኣቆጻጽራ ኤውሮጳ)

statement-title = ብዛዕባ ጥሕሰት ሓበሬታ ዝተዋህበ ምስክር ወረቐት
statement-for = እዚ ምስክር ወረቐት እዚ ን{ $name } እዩ።
statement-born = ዕለት ልደት፦ { $date }።
statement-from = ካብዚ ቤት ጽሕፈት ዝመጸ እዩ፦ { $organisation }። ንናይ ብሕቲ ሓበሬታኹም እንታይ ከም ዘጋጠሞን ብኸመይ ከም ዝሓበርናኩምን ይነግር። ንጠበቓኹም፣ ኣብ ቤት ፍርዲ ወይ ንበዓል ስልጣን ከተርእይዎ ትኽእሉ።
statement-lasted = ክንደይ ግዜ ኣብኡ ከም ዝነበረ፣ ብሰዓትን ብደቒቕን፦ { $time }።
statement-told = ብኸመይ ከም ዝሓበርናኩም
statement-sms = ናይ ጽሑፍ መልእኽቲ
statement-voice = ጻውዒት ተሌፎን
statement-email = ኢመይል
statement-letter = ብፖስታ ዝለኣኽ ደብዳበ
statement-hand = ሰብ ዘምጽኦ ደብዳበ
statement-attorney = { $way }፣ ንጠበቓኹም
statement-sent = { $way }፦ ዝተላእከሉ ዕለት { $date }።
statement-made = { $way }፦ ዝተዳለወሉ ዕለት { $date }።
statement-tried = { $way }፦ ዝተፈተነሉ ዕለት { $date }።
statement-arrived = { $way }፦ ዝበጽሓሉ ዕለት { $date }።
statement-failed = { $way }፦ ኣይበጽሐን። ነዚ ዝፈለጥናሉ ዕለት፦ { $date }።
statement-otherwise = ብኻልእ መገዲ፦ ብ{ $date } ቤት ጽሕፈትና ከም እተሓበርኩም ጽሒፉ።
statement-none = መዛግብትና ናባኹም ዝተላእከ ዝኾነ መልእኽቲ ኣየርእዩን።
statement-unsure = መልእኽቲ ከም ዝበጽሐ ዝነግር መስመር እንተዘየለ፣ ይብጻሕ ኣይብጻሕ ኣይንፈልጥን። እቲ መልእኽቲ ንዓኹም ኣገዳሲ ሓበሬታ ከም ዘሎናን ብኸመይ ከም እትረኽብዎን ጥራይ ነጊሩ ክኸውን ይኽእል።
statement-until = እዚኦም ክሳብ { $date } ዘለዉ መዛግብትና እዮም። መዓልታት ብናይ ዓለም ሰዓት (UTC) ይቑጸሩ።
statement-check = ነዚ ምስክር ወረቐት ብኸመይ ከም ዝረጋገጽ
statement-check-file = እዚ ምስክር ወረቐት ዲጂታል ማሕተም ዘለዎ ናይ PDF ፋይል እዩ። ዝኾነ ሰብ ሓንቲ ቃል እንተቐይሩ፣ እቲ ማሕተም ኣይሰማማዕን። ነቲ ፋይል ዓቅብዎ፦ ኣብ ወረቐት ዘሎ ገጽ ማሕተም የብሉን።
statement-check-program = ጠበቓኹም ወይ ቤት ፍርዲ ብዘይ ብኣና በቲ ናጻ ፕሮግራም { $program } ከረጋግጽዎ ይኽእሉ። መጀመርታ ብ{ $hotline } መፍትሕና ሕተቱና። ከምዚ ኢሉ ይጅምር፦ { $key }።
statement-check-record = እቲ ፋይል መዝገብና ነቲ ኣብዚ ዝተጻሕፈ ከም ዘርኢ መርትዖ እውን ሒዙ ኣሎ። ነቲ መዝገብ ድሕሪኡ ዝኾነ ሰብ ክቕይሮ ኣይክእልን። እዚ ብዛዕባ ካልእ ሰብ ዋላ ሓንቲ ኣይነግርን።
