### Amharic, polite form (እርስዎ), which makes the reader neither man nor woman. Teasers say "we" and not "office", since ቢሮ can be the state's. Dates say that they are by the European calendar and clock: those of Ethiopia differ. Least sure: notice-title, notice-encrypted-…, attorney-email-subject.

teaser-sms = ለዚህ ስልክ ተጠቃሚ አስፈላጊ መረጃ አለን። ይደውሉ፦ { $hotline } ኮድዎ፦ { $code }
teaser-sms-again = ለዚህ ስልክ ተጠቃሚ አዲስ መረጃ አለን። ይደውሉ፦ { $hotline } ኮድዎ፦ { $code }

reply-stop = ከእንግዲህ መልእክት አንልክም። ጥያቄ ካለዎት ይደውሉ፦ { $hotline }
reply-start = መልእክታችን እንደገና ይደርስዎታል። ለማቆም STOP ይላኩ። ጥያቄ፦ { $hotline }
reply-help = ለዚህ ስልክ ተጠቃሚ መረጃ አለን። ይደውሉ፦ { $hotline } ለማቆም STOP ይላኩ።
reply-who = ሌላ ሰው ሊያይ ስለሚችል አንናገርም። እኛን ለማወቅ ደውለው ስለ ኮድዎ ይጠይቁ፦ { $hotline }
reply-other = ወደዚህ ቁጥር የሚላክ መልእክት ማንም አያነብም። እባክዎ ይደውሉ፦ { $hotline }

teaser-whatsapp = ይህን ስልክ ለሚጠቀም ሰው አስፈላጊ መረጃ አለን። መረጃውን ለማግኘት { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ ወይም ወደ { $hotline } ይደውሉ። ኮድዎ { $code } ነው። ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅዎትም።
teaser-whatsapp-again = ይህን ስልክ ለሚጠቀም ሰው አዲስ መረጃ አለን። መረጃውን ለማግኘት { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ ወይም ወደ { $hotline } ይደውሉ። ኮድዎ { $code } ነው። ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅዎትም።

teaser-voice-hello = ጤና ይስጥልኝ። ይህ ጥሪ ይህን ስልክ ለሚጠቀም ሰው ነው።
teaser-voice-press = መልእክቱን ለመስማት 1 ይጫኑ።
teaser-voice-stop = ከእንግዲህ ጥሪ እንዳይደርስዎት 9 ይጫኑ።
teaser-voice-stopped = ከእንግዲህ አንደውልልዎትም። ደህና ይሁኑ።
teaser-voice-message = ይህን ስልክ ለሚጠቀም ሰው አስፈላጊ መረጃ አለን። እባክዎ ወረቀትና እስክሪብቶ ይያዙ።
teaser-voice-message-again = ይህን ስልክ ለሚጠቀም ሰው አዲስ መረጃ አለን። እባክዎ ወረቀትና እስክሪብቶ ይያዙ።
teaser-voice-reach = መረጃውን ለማግኘት ወደዚህ ቁጥር ይደውሉ፦ { $hotline }።
teaser-voice-code = ይህ ኮድ ያስፈልግዎታል፦ { $code }።
teaser-voice-never = ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅዎትም።
teaser-voice-again = ይህን እንደገና ለመስማት 1 ይጫኑ።
teaser-voice-goodbye = እናመሰግናለን። ደህና ይሁኑ።

teaser-email-subject = ለእርስዎ የሚሆን አስፈላጊ መረጃ
teaser-email-subject-again = ለእርስዎ የሚሆን አዲስ መረጃ
teaser-email-opening = ይህን የኢሜይል አድራሻ ለሚጠቀም ሰው አስፈላጊ መረጃ አለን።
teaser-email-opening-again = ይህን የኢሜይል አድራሻ ለሚጠቀም ሰው አዲስ መረጃ አለን።
teaser-email-why = መረጃውን በኢሜይል አንጽፍም፤ ምክንያቱም ሌሎች ሰዎች ኢሜይልዎን ሊያነቡ ይችላሉ።
teaser-email-reach = መረጃውን ለማግኘት { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ ወይም ወደ { $hotline } ይደውሉ።
teaser-email-code = ኮድዎ { $code } ነው። ሲደውሉ ይህን ኮድ ይንገሩን።
teaser-email-genuine = ይህ እውነተኛ መሆኑን እንዴት ማወቅ ይችላሉ? ከእኛ ለእርስዎ የሚደርስ እያንዳንዱ መልእክት ይህንኑ ኮድ ይይዛል። እንዲሁም የሚያምኑት ሰው የስልክ ቁጥራችንን ፈልጎ በእርስዎ ፈንታ እንዲደውልልን መጠየቅ ይችላሉ።
teaser-email-never = ይህ ኢሜይል ምንም ሊንክ የለውም። ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅዎትም።
teaser-email-closing = ይህን አድራሻ የማይጠቀሙ ከሆነ፣ እባክዎ ይህን ኢሜይል ያጥፉት።

teaser-letter-title = ለእርስዎ የሚሆን አስፈላጊ መረጃ
teaser-letter-title-again = ለእርስዎ የሚሆን አዲስ መረጃ
teaser-letter-opening = በዚህ ደብዳቤ ላይ ስሙ ለተጻፈው ሰው አስፈላጊ መረጃ አለን።
teaser-letter-opening-again = በዚህ ደብዳቤ ላይ ስሙ ለተጻፈው ሰው አዲስ መረጃ አለን።
teaser-letter-why = መረጃውን በደብዳቤ አንጽፍም፤ ምክንያቱም ሌሎች ሰዎች ደብዳቤዎን ሊከፍቱ ይችላሉ።
teaser-letter-reach = መረጃውን ለማግኘት { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ ወይም ወደ { $hotline } ይደውሉ።
teaser-letter-code = ኮድዎ { $code } ነው። ሲደውሉ ይህን ኮድ ይንገሩን።
teaser-letter-genuine = ይህ እውነተኛ መሆኑን እንዴት ማወቅ ይችላሉ? ከእኛ ለእርስዎ የሚደርስ እያንዳንዱ መልእክት ይህንኑ ኮድ ይይዛል። እንዲሁም የሚያምኑት ሰው የስልክ ቁጥራችንን ፈልጎ በእርስዎ ፈንታ እንዲደውልልን መጠየቅ ይችላሉ።
teaser-letter-never = ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅዎትም።
teaser-letter-closing = ይህ ደብዳቤ ለእርስዎ ካልሆነ፣ እባክዎ ቀደው ይጣሉት። ሌላ ምንም ማድረግ አያስፈልግዎትም።

beside-note = ይህን ጽሑፍ የተረጎመው ኮምፒውተር ነው። እስካሁን ማንም ሰው አላረጋገጠውም። የእንግሊዝኛው ጽሑፍ ከታች ይገኛል። ልዩነት ካለ፣ የሚያገለግለው የእንግሊዝኛው ጽሑፍ ነው።
beside-heading = የእንግሊዝኛ ጽሑፍ

attorney-email-subject = አንድ ወይም ከአንድ በላይ ደንበኞችዎን የሚመለከት የግላዊነት ጉዳይ
attorney-email-opening = ይህን የምንጽፍልዎት ስለ አንድ ወይም ከአንድ በላይ ደንበኞችዎ ነው። በያዝነው መረጃ መሠረት ጠበቃቸው እርስዎ ነዎት።
attorney-email-matter = ጉዳዩ የግላዊነት ጉዳይ ነው። ደንበኞችዎ ስለዚህ የማወቅ መብት አላቸው፤ እርስዎም እንዲያውቁት እንፈልጋለን።
attorney-email-why = የደንበኛን ስም በኢሜይል አንጽፍም። ከእርስዎ ጋር እየተነጋገርን መሆኑን ካወቅን በኋላ ለእያንዳንዱ ደንበኛ ሙሉውን ማስታወቂያ እንሰጥዎታለን።
attorney-email-reach = እባክዎ ወደ { $hotline } ይደውሉ፣ ወይም { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ፣ ወይም ወደ { $email } ይጻፉ።
attorney-email-code = እባክዎ ይህን አዘጋጅተው ይያዙ። እያንዳንዱ ኮድ አንድ ደንበኛን ያመለክታል፦ { $code }
attorney-email-client = እባክዎ ስለዚህ ከደንበኛዎ ጋር ለብቻ ይነጋገሩ። ሌሎች ሰዎች የደንበኛዎን ስልክ ወይም ደብዳቤ ሊያዩ ይችላሉ።
attorney-email-genuine = እባክዎ ይህ እውነተኛ መሆኑን ያረጋግጡ። የስልክ ቁጥራችንን በራስዎ ፈልገው ይደውሉልን፤ ኮዶቹ ትክክል መሆናቸውንም ይጠይቁን።
attorney-email-never = ይህ ኢሜይል ምንም ሊንክ የለውም። እርስዎንም ሆነ ደንበኞችዎን ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅም።

attorney-letter-title = አንድ ወይም ከአንድ በላይ ደንበኞችዎን የሚመለከት የግላዊነት ጉዳይ
attorney-letter-opening = ይህን የምንጽፍልዎት ስለ አንድ ወይም ከአንድ በላይ ደንበኞችዎ ነው። በያዝነው መረጃ መሠረት ጠበቃቸው እርስዎ ነዎት።
attorney-letter-matter = ጉዳዩ የግላዊነት ጉዳይ ነው። ደንበኞችዎ ስለዚህ የማወቅ መብት አላቸው፤ እርስዎም እንዲያውቁት እንፈልጋለን።
attorney-letter-why = የደንበኛን ስም በዚህ ደብዳቤ አንጽፍም፤ ምክንያቱም በቢሮዎ ያሉ ሌሎች ሰዎች ሊከፍቱት ይችላሉ። ከእርስዎ ጋር እየተነጋገርን መሆኑን ካወቅን በኋላ ለእያንዳንዱ ደንበኛ ሙሉውን ማስታወቂያ እንሰጥዎታለን።
attorney-letter-reach = እባክዎ ወደ { $hotline } ይደውሉ፣ ወይም { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ፣ ወይም ወደ { $email } ይጻፉ።
attorney-letter-code = እባክዎ ይህን አዘጋጅተው ይያዙ። እያንዳንዱ ኮድ አንድ ደንበኛን ያመለክታል፦ { $code }
attorney-letter-client = እባክዎ ስለዚህ ከደንበኛዎ ጋር ለብቻ ይነጋገሩ። ሌሎች ሰዎች የደንበኛዎን ስልክ ወይም ደብዳቤ ሊያዩ ይችላሉ።
attorney-letter-genuine = እባክዎ ይህ እውነተኛ መሆኑን ያረጋግጡ። የስልክ ቁጥራችንን በራስዎ ፈልገው ይደውሉልን፤ ኮዶቹ ትክክል መሆናቸውንም ይጠይቁን።
attorney-letter-never = እርስዎንም ሆነ ደንበኞችዎን ገንዘብ ወይም የይለፍ ቃል በፍጹም አንጠይቅም።

notice-title = የመረጃ ጥሰት ማስታወቂያ
notice-for = ይህ ማስታወቂያ ለ{ $name } ነው።
notice-from = የመጣው ከዚህ ቢሮ ነው፦ { $organisation }። የግል መረጃዎን የማየት መብት የሌላቸው ሰዎች ሊያዩት ይችሉ ነበር። ይቅርታ እንጠይቃለን። ይህ ማስታወቂያ ምን እንደተፈጠረና እርስዎ ምን ማድረግ እንደሚችሉ ይናገራል።
notice-alone = ከቻሉ ይህን ማስታወቂያ ብቻዎን ወይም ከሚያምኑት ሰው ጋር ሆነው ያንብቡ።

notice-happened = ምን ተፈጠረ
place-public-website = መረጃዎ በስህተት ለሁሉም ሰው ክፍት በሆነ ድረ ገጽ (website) ላይ ወጣ። ማንኛውም ሰው ከፍቶ ሊያነበው ይችል ነበር።
notice-happened-when = ከ{ $began } ጀምሮ እስከ { $ended } ድረስ እዚያ ነበር።
notice-happened-found = ይህን ያወቅነው በ{ $discovered } ነው።
notice-happened-downloads =
    { $downloads ->
        [0] መዝገቦቻችን በዚያ ጊዜ ውስጥ ማንም መረጃውን እንዳወረደ አያሳዩም። እንደዚያም ሆኖ ሰዎች አንብበውት ሊሆን ይችላል።
        [one] መረጃው ከ{ $downloads } የኢንተርኔት አድራሻ እንደወረደ እናውቃለን። ቅጂው ያለው ሰው ለሌሎች ሰጥቶ ሊሆን ይችላል።
       *[other] መረጃው ከ{ $downloads } የኢንተርኔት አድራሻዎች እንደወረደ እናውቃለን። ቅጂው ያለው ሰው ለሌሎች ሰጥቶ ሊሆን ይችላል።
    }
notice-happened-downloads-unknown = ማን እንዳነበበው ወይም ማን ቅጂ እንዳለው ማወቅ አንችልም።

notice-information = የትኞቹን መረጃዎች ይመለከታል
notice-information-list = ስለ እርስዎ ይህ መረጃ እዚያ ነበር፦
notice-information-unknown = ስለ እርስዎ የትኛው መረጃ እዚያ እንደነበር ገና መናገር አንችልም። ይደውሉልን፤ የምናውቀውን እንነግርዎታለን።
notice-encrypted-no = መረጃው አልተመሰጠረም ነበር፦ በሚስጥር ቁልፍ አልተቆለፈም። መረጃውን ያገኘ ማንኛውም ሰው ሊያነበው ይችል ነበር።
notice-encrypted-yes = መረጃው ተመስጥሯል፦ በሚስጥር ቁልፍ ተቆልፏል። ሊያነበው የሚችለው ያ ቁልፍ ጭምር ያለው ሰው ብቻ ነው።
notice-encrypted-part = ከመረጃው የተወሰነው ተመስጥሯል፦ በሚስጥር ቁልፍ ተቆልፏል። የቀረው አልተቆለፈም። መረጃውን ያገኘ ማንኛውም ሰው የቀረውን ሊያነበው ይችል ነበር።
kind-name = ስምዎ
kind-birth-date = የተወለዱበት ቀን
kind-reference = የፋይል ቁጥርዎ (ለምሳሌ A-Number)
kind-birth-country = የተወለዱበት አገር
kind-nationality = ዜግነትዎ
kind-sex = ጾታዎ
kind-language = የሚናገሩት ቋንቋ
kind-custody = ታስረው እንደነበር ወይም እንደተለቀቁ
kind-facility = ታስረው የነበሩበት ቦታ
kind-case = የኢሚግሬሽን ጉዳይዎ ምን ደረጃ ላይ እንዳለ
kind-phone = የስልክ ቁጥርዎ
kind-email = የኢሜይል አድራሻዎ
kind-address = የፖስታ አድራሻዎ
kind-attorney = የጠበቃዎ ስም እና ጠበቃዎን ማግኘት የሚቻልበት መንገድ
kind-notes = እርስዎን ማግኘት ስለሚቻልበት መንገድ የተጻፉ ማስታወሻዎች
kind-other = በፋይልዎ ውስጥ ያለ ሌላ መረጃ

notice-meaning = ይህ ምን ማለት ሊሆን ይችላል
notice-meaning-known = የማያውቋቸው ሰዎች አሁን ይህ መረጃ ሊኖራቸው ይችላል። ከእነሱ መልሰን ልንወስደው አንችልም።
notice-meaning-safety = ከመንግሥት፣ ከቡድን ወይም ከሰው ሸሽተው ደህንነት ለማግኘት ከመጡ፣ እርስዎ ጥበቃ እንደጠየቁና የት እንዳሉ ወይም እንደነበሩ አሁን ሊያውቁ ይችላሉ። ቤተሰብዎም ይህን ማወቅ ሊያስፈልጋቸው ይችላል።
notice-meaning-case = ይህ በኢሚግሬሽን ወይም በጥገኝነት ጉዳይዎ፣ ወይም ጥበቃ በሚጠይቁበት በማንኛውም ጉዳይ ላይ አስፈላጊ ሊሆን ይችላል። ዳኛ ወይም ባለሥልጣን ሊሰማው የሚገባ አዲስ ነገር ሊሆን ይችላል። ለእርስዎ ምን ማለት እንደሆነ ጠበቃ ሊነግርዎት ይችላል።
notice-meaning-fraud = አንዳንድ ሰዎች እርስዎን ለማታለል መረጃዎን ሊጠቀሙበት ይችላሉ። ከመንግሥት፣ ከፍርድ ቤት ወይም ከቢሮአችን ነን ሊሉ ይችላሉ። ስለ እርስዎ አንዳንድ ነገሮች ሊያውቁ ይችላሉ። ይህ ግን እውነተኞች ናቸው ማለት አይደለም።

notice-doing = እኛ ምን እያደረግን ነው
notice-doing-removed = መረጃው አሁን እዚያ የለም። የተነሳው በ{ $ended } ነው።
notice-doing-telling = መረጃው እዚያ ለነበረ ለእያንዳንዱ ሰው፣ ደህንነቱን ለመጠበቅ በሚሞክር መንገድ እየነገርን ነው።
notice-doing-again = ተጨማሪ ነገር ስናውቅ እንደገና እንነግርዎታለን።

notice-can = እርስዎ ምን ማድረግ ይችላሉ
notice-can-lawyer = ስለዚህ ማስታወቂያ በቅርቡ ለጠበቃዎ ይንገሩ። ጠበቃ ከሌለዎት፣ የሕግ እርዳታ የሚሰጥ ድርጅት እንዲረዳዎት ይጠይቁ።
notice-can-keep = ይህን ማስታወቂያ ደህና ቦታ ያስቀምጡ። በፍርድ ቤት ወይም ለባለሥልጣን ሊያሳዩት ይችላሉ።
notice-can-danger = አሁን አደጋ ላይ ከሆኑ ለፖሊስ ይደውሉ (በአሜሪካ 911)። ታስረው ከሆነ፣ ለጠበቃዎ ወይም ለሚያምኑት ባለሥልጣን ይንገሩ።
notice-can-family = ሌላ ማን ማወቅ እንዳለበት ያስቡ፤ ለምሳሌ አደጋ ላይ ሊሆኑ የሚችሉ የቤተሰብ አባላት።
notice-can-phone = የስልክ ኩባንያዎ በአካውንትዎ ላይ PIN (የሚስጥር ቁጥር) እንዲያደርግ ይጠይቁ። የድምፅ መልእክት ሣጥንዎን PIN እና የኢሜይልዎን የይለፍ ቃል ይቀይሩ።
notice-can-fraud = ስለዚህ ጉዳይ ለሚደውልልዎት ወይም ለሚጽፍልዎት ለማንም ሰው ገንዘብ አይክፈሉ፤ ተጨማሪ መረጃም አይስጡ።

notice-more = ለተጨማሪ መረጃ
notice-more-ask = ማንኛውንም ጥያቄ ሊጠይቁን ይችላሉ። ኮድዎን ይንገሩን፦ { $code }
notice-more-phone = ስልክ፦ { $hotline }
notice-more-web = ኢንተርኔት፦ { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ
notice-more-email = ኢሜይል፦ { $email }
notice-more-post = ፖስታ፦ { $post }
notice-agencies = መረጃዎ ያለ አግባብ ጥቅም ላይ እንዳይውል እንዴት መጠንቀቅ እንደሚችሉ እነዚህ የመንግሥት መሥሪያ ቤቶችም ሊነግሩዎት ይችላሉ፦
notice-agency = { $name }፦ { $phone }, { $web }

notice-genuine = ይህ ማስታወቂያ እውነተኛ መሆኑን እንዴት ማወቅ ይቻላል
notice-genuine-code = ኮድዎ { $code } ነው። ከእኛ ለእርስዎ የሚደርስ እያንዳንዱ መልእክት ይህንኑ ኮድ ይይዛል።
notice-genuine-check = ወደ { $hotline } ይደውሉ ወይም { $web } ብለው በኢንተርኔት ማሰሻ (browser) ላይ ይጻፉ፤ ኮዱ ትክክል መሆኑንም ይጠይቁ። ጠበቃዎ ይህን ለእርስዎ ሊያደርግ ይችላል።
notice-genuine-never = ከቢሮአችን ማንም ሰው ገንዘብ ወይም የይለፍ ቃል አይጠይቅዎትም። የሚጠይቅዎት ካለ፣ እኛ አይደለንም።

supplement-opening = ከዚህ በፊት ስለዚህ ጉዳይ ጽፈንልዎት ነበር። አሁን ተጨማሪ ነገር አውቀናል። ይህ ማስታወቂያ ከዚህ በፊት የላክንልዎትን ይተካል።
supplement-code = ኮድዎ እንደ በፊቱ ነው።
supplement-new = አሁን የምናውቀው
supplement-keep = የበፊቱን ማስታወቂያም ያስቀምጡት። ጠበቃዎ ሁለቱንም ማየት ሊፈልግ ይችላል።

letter-title = ደብዳቤ
letter-date = ቀን (በአውሮፓ አቆጣጠር)፦ { $date }
letter-page = ገጽ { $page } ከ{ $pages }
post-envelope = የግል። እዚህ ስሙ የተጻፈው ሰው ብቻ ይክፈተው።
hand-envelope = የግል። እንደታሸገ ይሰጥ፤ እዚህ ስሙ የተጻፈው ሰው ብቻ ይክፈተው።

months = cldr
moment = { $date }፣ { $time } ({ $zone }፣ በአውሮፓ አቆጣጠር)

statement-title = ስለ መረጃ ጥሰት የተሰጠ ማረጋገጫ
statement-for = ይህ ማረጋገጫ ለ{ $name } ነው።
statement-born = የተወለዱበት ቀን፦ { $date }።
statement-from = የመጣው ከዚህ ቢሮ ነው፦ { $organisation }። በግል መረጃዎ ላይ ምን እንደደረሰና እንዴት እንዳሳወቅንዎት ይናገራል። ለጠበቃዎ፣ በፍርድ ቤት ወይም ለባለሥልጣን ሊያሳዩት ይችላሉ።
statement-lasted = እዚያ የቆየበት ጊዜ በሰዓትና በደቂቃ፦ { $time }።
statement-told = እንዴት እንዳሳወቅንዎት
statement-sms = የጽሑፍ መልእክት
statement-voice = የስልክ ጥሪ
statement-email = ኢሜይል
statement-letter = በፖስታ የሚላክ ደብዳቤ
statement-hand = ሰው የሚያመጣው ደብዳቤ
statement-attorney = { $way }፣ ለጠበቃዎ
statement-sent = { $way }፦ የተላከበት ቀን { $date }።
statement-made = { $way }፦ የተዘጋጀበት ቀን { $date }።
statement-tried = { $way }፦ የተሞከረበት ቀን { $date }።
statement-arrived = { $way }፦ የደረሰበት ቀን { $date }።
statement-failed = { $way }፦ አልደረሰም። ይህን ያወቅነው በዚህ ቀን ነው፦ { $date }።
statement-otherwise = በሌላ መንገድ፦ በ{ $date } ቢሮአችን እንደተነገረዎት ጽፏል።
statement-none = መዝገቦቻችን ለእርስዎ የተላከ ምንም መልእክት አያሳዩም።
statement-unsure = መልእክት መድረሱን የሚናገር መስመር ከሌለ፣ ይድረስ አይድረስ አናውቅም። መልእክቱ ለእርስዎ አስፈላጊ መረጃ እንዳለንና እንዴት እንደሚያገኙት ብቻ ተናግሮ ሊሆን ይችላል።
statement-until = እነዚህ እስከ { $date } ድረስ ያሉ መዝገቦቻችን ናቸው። ቀኖቹ የሚቆጠሩት በዓለም ሰዓት (UTC) ነው።
statement-check = ይህን ማረጋገጫ እንዴት ማጣራት እንደሚቻል
statement-check-file = ይህ ማረጋገጫ ዲጂታል ማኅተም ያለው PDF ፋይል ነው። ማንም አንድ ቃል ቢቀይር ማኅተሙ አይገጥምም። ፋይሉን ያስቀምጡ፦ በወረቀት ላይ ያለ ገጽ ማኅተም የለውም።
statement-check-program = ጠበቃዎ ወይም ፍርድ ቤት ያለ እኛ በነጻው ፕሮግራም { $program } ሊያጣሩት ይችላሉ። በመጀመሪያ ቁልፋችንን በ{ $hotline } ይጠይቁን። እንዲህ ይጀምራል፦ { $key }።
statement-check-record = ፋይሉ መዝገባችን እዚህ የተጻፈውን እንደሚያሳይም ማስረጃ ይዟል። ያንን መዝገብ በኋላ ማንም ሊቀይረው አይችልም። ይህ ስለ ማንም ሌላ ሰው ምንም አይናገርም።
