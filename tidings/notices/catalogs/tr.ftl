### Turkish, "siz". Text messages are worded so that no letter outside GSM-7 is needed (no ç, ğ, ı, ş, İ), which gives them 160 letters instead of 70: "Telefon", "telefon edin", not "arayın". No case ending hangs on a value, since nobody knows how it ends: "{ $hotline } numarasını". "Bildirim" is the notice, "parola" a password. Least sure: reply-who, reply-other, notice-meaning-case and kind-case ("dava" for case), notice-encrypted-part.

teaser-sms = Bu telefonu kullanana önemli bir bilgimiz var. Web: { $web } Telefon: { $hotline } Kodunuz: { $code }
teaser-sms-again = Bu telefonu kullanana yeni bir bilgimiz var. Web: { $web } Telefon: { $hotline } Kodunuz: { $code }

reply-stop = Bu telefona bir daha mesaj göndermeyiz. Sorunuz varsa telefon edin: { $hotline }
reply-start = Mesajlar bu telefona yine gelecek. Mesaj istemezseniz STOP gönderin. Sorunuz varsa telefon edin: { $hotline }
reply-help = Bu telefonu kullanana bir bilgimiz var. Web: { $web } Telefon: { $hotline } Mesaj istemezseniz STOP gönderin.
reply-who = Bunu tek okuyan siz olmayabilirsiniz. Bu yüzden burada daha fazla bilgi veremiyoruz. Biz kimiz? Telefon edip sorun: { $hotline }. Kodunuzu da söyleyin.
reply-other = Bu numaraya gelen mesajlar okunmuyor. Lütfen telefon edin: { $hotline }

teaser-whatsapp = Bir ofisin, bu telefonu kullanan kişi için önemli bir bilgisi var. Bu bilgiyi almak için tarayıcıya { $web } yazın veya { $hotline } numarasını arayın. Kodunuz: { $code }. Sizden hiçbir zaman para veya parola istemeyiz.
teaser-whatsapp-again = Bir ofisin, bu telefonu kullanan kişi için yeni bir bilgisi var. Bu bilgiyi almak için tarayıcıya { $web } yazın veya { $hotline } numarasını arayın. Kodunuz: { $code }. Sizden hiçbir zaman para veya parola istemeyiz.

teaser-voice-hello = Merhaba. Bu telefonu kullanan kişi için arıyoruz.
teaser-voice-press = Mesajı dinlemek için 1 tuşuna basın.
teaser-voice-stop = Sizi bir daha aramamamız için 9 tuşuna basın.
teaser-voice-stopped = Sizi bir daha aramayacağız. Hoşça kalın.
teaser-voice-message = Bir ofisin, bu telefonu kullanan kişi için önemli bir bilgisi var. Lütfen kâğıt ve kalem alın.
teaser-voice-message-again = Bir ofisin, bu telefonu kullanan kişi için yeni bir bilgisi var. Lütfen kâğıt ve kalem alın.
teaser-voice-reach = Bu bilgiyi almak için şu numarayı arayın: { $hotline }.
teaser-voice-code = Size şu kod gerekecek: { $code }.
teaser-voice-never = Sizden hiçbir zaman para veya parola istemeyiz.
teaser-voice-again = Bunu bir kez daha dinlemek için 1 tuşuna basın.
teaser-voice-goodbye = Teşekkür ederiz. Hoşça kalın.

teaser-email-subject = Sizin için önemli bilgi
teaser-email-subject-again = Sizin için yeni bilgi
teaser-email-opening = Ofisimizin, bu e-posta adresini kullanan kişi için önemli bir bilgisi var.
teaser-email-opening-again = Ofisimizin, bu e-posta adresini kullanan kişi için yeni bir bilgisi var.
teaser-email-why = Bu bilgiyi e-postaya yazmıyoruz, çünkü e-postanızı başkaları da okuyabilir.
teaser-email-reach = Bu bilgiyi almak için tarayıcıya { $web } yazın veya { $hotline } numarasını arayın.
teaser-email-code = Kodunuz: { $code }. Aradığınızda bize bu kodu söyleyin.
teaser-email-genuine = Bunun gerçek olduğunu nasıl anlarsınız? Size gönderdiğimiz her mesajda bu aynı kod vardır. Güvendiğiniz birinden telefon numaramızı bulmasını ve bizi sizin yerinize aramasını da isteyebilirsiniz.
teaser-email-never = Bu e-postada hiç bağlantı yok. Sizden hiçbir zaman para veya parola istemeyiz.
teaser-email-closing = Bu adresi kullanmıyorsanız lütfen bu e-postayı silin.

teaser-letter-title = Sizin için önemli bilgi
teaser-letter-title-again = Sizin için yeni bilgi
teaser-letter-opening = Ofisimizin, bu mektupta adı yazılı kişi için önemli bir bilgisi var.
teaser-letter-opening-again = Ofisimizin, bu mektupta adı yazılı kişi için yeni bir bilgisi var.
teaser-letter-why = Bu bilgiyi mektuba yazmıyoruz, çünkü mektuplarınızı başkaları da açabilir.
teaser-letter-reach = Bu bilgiyi almak için tarayıcıya { $web } yazın veya { $hotline } numarasını arayın.
teaser-letter-code = Kodunuz: { $code }. Aradığınızda bize bu kodu söyleyin.
teaser-letter-genuine = Bunun gerçek olduğunu nasıl anlarsınız? Size gönderdiğimiz her mesajda bu aynı kod vardır. Güvendiğiniz birinden telefon numaramızı bulmasını ve bizi sizin yerinize aramasını da isteyebilirsiniz.
teaser-letter-never = Sizden hiçbir zaman para veya parola istemeyiz.
teaser-letter-closing = Bu mektup size değilse lütfen onu yok edin. Başka bir şey yapmanız gerekmez.

beside-note = Bu metni bir bilgisayar çevirdi. Henüz hiç kimse kontrol etmedi. İngilizce metin aşağıdadır. İkisi arasında fark varsa İngilizce metin geçerlidir.
beside-heading = İngilizce metin

attorney-email-subject = Bir veya birden fazla müvekkilinizle ilgili bir gizlilik konusu
attorney-email-opening = Size bir veya birden fazla müvekkiliniz hakkında yazıyoruz. Kayıtlarımızda onların avukatı olarak siz görünüyorsunuz.
attorney-email-matter = Bu bir gizlilik konusudur. Müvekkillerinizin bunu öğrenme hakkı var. Sizin de bilmenizi istiyoruz.
attorney-email-why = E-postada hiçbir müvekkilin adını yazmıyoruz. Sizinle konuştuğumuzdan emin olunca size her müvekkil için tam bildirimi vereceğiz.
attorney-email-reach = Lütfen { $hotline } numarasını arayın, tarayıcıya { $web } yazın veya şu adrese e-posta gönderin: { $email }.
attorney-email-code = Lütfen bunu yanınızda bulundurun. Her kod bir müvekkil içindir: { $code }
attorney-email-client = Lütfen bu konuyu müvekkilinizle baş başa konuşun. Müvekkilinizin telefonunu veya postasını başkaları da görebilir.
attorney-email-genuine = Lütfen bunun gerçek olduğunu kontrol edin. Telefon numaramızı kendiniz bulun, bizi arayın ve kodları doğrulamamızı isteyin.
attorney-email-never = Bu e-postada hiç bağlantı yok. Sizden veya müvekkillerinizden hiçbir zaman para veya parola istemeyiz.

attorney-letter-title = Bir veya birden fazla müvekkilinizle ilgili bir gizlilik konusu
attorney-letter-opening = Size bir veya birden fazla müvekkiliniz hakkında yazıyoruz. Kayıtlarımızda onların avukatı olarak siz görünüyorsunuz.
attorney-letter-matter = Bu bir gizlilik konusudur. Müvekkillerinizin bunu öğrenme hakkı var. Sizin de bilmenizi istiyoruz.
attorney-letter-why = Bu mektupta hiçbir müvekkilin adını yazmıyoruz, çünkü mektubu ofisinizden başkaları da açabilir. Sizinle konuştuğumuzdan emin olunca size her müvekkil için tam bildirimi vereceğiz.
attorney-letter-reach = Lütfen { $hotline } numarasını arayın, tarayıcıya { $web } yazın veya şu adrese e-posta gönderin: { $email }.
attorney-letter-code = Lütfen bunu yanınızda bulundurun. Her kod bir müvekkil içindir: { $code }
attorney-letter-client = Lütfen bu konuyu müvekkilinizle baş başa konuşun. Müvekkilinizin telefonunu veya postasını başkaları da görebilir.
attorney-letter-genuine = Lütfen bunun gerçek olduğunu kontrol edin. Telefon numaramızı kendiniz bulun, bizi arayın ve kodları doğrulamamızı isteyin.
attorney-letter-never = Sizden veya müvekkillerinizden hiçbir zaman para veya parola istemeyiz.

notice-title = Veri ihlali bildirimi
notice-for = Bu bildirim şu kişi içindir: { $name }.
notice-from = Bildirimi gönderen ofis: { $organisation }. Özel bilgilerinizi, görmeye hakkı olmayan kişiler görebilirdi. Özür dileriz. Bu bildirim ne olduğunu ve sizin ne yapabileceğinizi anlatır.
notice-alone = Mümkünse bu bildirimi yalnızken veya güvendiğiniz biriyle okuyun.

notice-happened = Ne oldu
place-public-website = Bilgileriniz yanlışlıkla herkese açık bir internet sitesine kondu. Herkes onları açıp okuyabilirdi.
notice-happened-when = Bilgiler şu iki zaman arasında oradaydı: { $began } ile { $ended }.
notice-happened-found = Bunu şu tarihte öğrendik: { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Kayıtlarımızda o süre içinde hiçbir indirme görünmüyor. Yine de birileri okumuş olabilir.
        [one] { $downloads } internet adresinden indirildiğini biliyoruz. Kopyası olan kişi onu başkalarına vermiş olabilir.
       *[other] { $downloads } internet adresinden indirildiğini biliyoruz. Kopyası olan kişiler onu başkalarına vermiş olabilir.
    }
notice-happened-downloads-unknown = Bilgileri kimin okuduğunu veya kopyasının kimde olduğunu bilemeyiz.

notice-information = Hangi bilgiler söz konusu
notice-information-list = Hakkınızdaki şu bilgiler oradaydı:
notice-information-unknown = Hakkınızdaki hangi bilgilerin orada olduğunu henüz söyleyemiyoruz. Bizi arayın, bildiğimizi size söyleriz.
notice-encrypted-no = Bilgiler şifreli değildi, yani gizli bir anahtarla kilitlenmemişti. Bilgileri eline geçiren herkes okuyabilirdi.
notice-encrypted-yes = Bilgiler şifreliydi, yani gizli bir anahtarla kilitlenmişti. Ancak o anahtara da sahip olan biri okuyabilir.
notice-encrypted-part = Bir kısmı şifreliydi, yani gizli bir anahtarla kilitlenmişti. Gerisi şifreli değildi. Eline geçiren herkes gerisini okuyabilirdi.
kind-name = Adınız
kind-birth-date = Doğum tarihiniz
kind-reference = Dosya numaranız (örneğin A numarası, "A-Number")
kind-birth-country = Doğduğunuz ülke
kind-nationality = Uyruğunuz
kind-sex = Cinsiyetiniz
kind-language = Konuştuğunuz dil
kind-custody = Gözaltında mı yoksa serbest mi olduğunuz
kind-facility = Tutulduğunuz yer
kind-case = Göçmenlik davanızın hangi aşamada olduğu
kind-phone = Telefon numaranız
kind-email = E-posta adresiniz
kind-address = Posta adresiniz
kind-attorney = Avukatınızın adı ve avukatınıza nasıl ulaşılacağı
kind-notes = Sizinle nasıl iletişim kurulacağına dair notlar
kind-other = Dosyanızdaki başka bilgiler

notice-meaning = Bu ne anlama gelebilir
notice-meaning-known = Bu bilgiler şimdi tanımadığınız kişilerin elinde olabilir. Onlardan geri alamayız.
notice-meaning-safety = Bir hükümetten, bir gruptan veya bir kişiden korunmak için geldiyseniz, onlar şimdi koruma istediğinizi ve nerede olduğunuzu veya nerede bulunduğunuzu öğrenebilir. Ailenizin de bunu bilmesi gerekebilir.
notice-meaning-case = Bu, göçmenlik veya iltica davanızda ya da koruma istediğiniz herhangi bir davada önemli olabilir. Bir hâkimin veya bir görevlinin bilmesi gereken yeni bir olgu olabilir. Bunun sizin için ne anlama geldiğini bir avukat söyleyebilir.
notice-meaning-fraud = Bazı kişiler bilgilerinizi sizi kandırmak için kullanabilir. Hükümetten, mahkemeden veya ofisimizden olduklarını söyleyebilirler. Sizin hakkınızda bir şeyler bilebilirler. Bu, dürüst oldukları anlamına gelmez.

notice-doing = Biz ne yapıyoruz
notice-doing-removed = Bilgiler artık orada değil. Kaldırıldığı tarih: { $ended }.
notice-doing-telling = Bilgileri orada olan herkese, onları güvende tutmaya çalışan bir yolla haber veriyoruz.
notice-doing-again = Daha fazlasını öğrendiğimizde size yeniden haber vereceğiz.

notice-can = Siz ne yapabilirsiniz
notice-can-lawyer = Bu bildirimi fazla beklemeden avukatınıza anlatın. Avukatınız yoksa bir hukuki yardım kuruluşundan yardım isteyin.
notice-can-keep = Bu bildirimi güvenli bir yerde saklayın. Onu mahkemede veya bir görevliye gösterebilirsiniz.
notice-can-danger = Şu anda tehlikedeyseniz polisi arayın (Amerika Birleşik Devletleri'nde 911). Gözaltındaysanız bunu avukatınıza veya güvendiğiniz bir görevliye söyleyin.
notice-can-family = Başka kimin bilmesi gerektiğini düşünün, örneğin tehlikede olabilecek aileniz.
notice-can-phone = Telefon şirketinizden hesabınıza bir PIN koymasını isteyin. Sesli mesaj kutunuzun PIN kodunu ve e-postanızın parolasını değiştirin.
notice-can-fraud = Bu konuda sizi arayan veya size yazan hiç kimseye para ödemeyin ve başka bilgi vermeyin.

notice-more = Daha fazla bilgi için
notice-more-ask = Bize her soruyu sorabilirsiniz. Bize kodunuzu söyleyin: { $code }
notice-more-phone = Telefon: { $hotline }
notice-more-web = İnternet: tarayıcıya { $web } yazın
notice-more-email = E-posta: { $email }
notice-more-post = Posta: { $post }
notice-agencies = Şu kamu kuruluşları da bilgilerinizin kötüye kullanılmasına karşı kendinizi nasıl koruyacağınızı söyleyebilir:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Bu bildirimin gerçek olduğu nasıl anlaşılır
notice-genuine-code = Kodunuz: { $code }. Size gönderdiğimiz her mesajda bu aynı kod vardır.
notice-genuine-check = { $hotline } numarasını arayın veya tarayıcıya { $web } yazın ve kodun doğru olup olmadığını sorun. Bunu sizin yerinize avukatınız da yapabilir.
notice-genuine-never = Ofisimizden hiç kimse sizden para veya parola istemez. Biri isterse o kişi bizden değildir.

supplement-opening = Bu konuda size daha önce yazdık. Şimdi daha fazlasını biliyoruz. Bu bildirim, size daha önce gönderdiğimizin yerine geçer.
supplement-code = Kodunuz öncekiyle aynı.
supplement-new = Şimdi ne biliyoruz
supplement-keep = Önceki bildirimi de saklayın. Avukatınız ikisini de görmek isteyebilir.

letter-title = Mektup
letter-date = Tarih: { $date }
letter-page = Sayfa { $page } / { $pages }
post-envelope = Kişiye özel. Yalnızca burada adı yazılı kişi açmalıdır.
hand-envelope = Kişiye özel. Kapalı teslim edilmeli, yalnızca burada adı yazılı kişi açmalıdır.

months = cldr
moment = { $date }, saat { $time } ({ $zone })

statement-title = Veri ihlali hakkında beyan
statement-for = Bu beyan şu kişi içindir: { $name }.
statement-born = Doğum tarihi: { $date }.
statement-from = Bu beyan şu ofisten gelir: { $organisation }. Özel bilgilerinize ne olduğunu ve size nasıl haber verdiğimizi söyler. Onu avukatınıza, mahkemede veya bir görevliye gösterebilirsiniz.
statement-lasted = Bilgilerin orada kaldığı süre, saat ve dakika olarak: { $time }.
statement-told = Size nasıl haber verdik
statement-sms = Kısa mesaj
statement-voice = Telefon araması
statement-email = E-posta
statement-letter = Postayla mektup
statement-hand = Bir kişinin getirdiği mektup
statement-attorney = { $way }, avukatınıza
statement-sent = { $way }: gönderildiği gün { $date }.
statement-made = { $way }: hazırlandığı gün { $date }.
statement-tried = { $way }: denendiği gün { $date }.
statement-arrived = { $way }: ulaştığı gün { $date }.
statement-failed = { $way }: ulaşmadı. Bunu şu günden beri biliyoruz: { $date }.
statement-otherwise = Başka bir yolla: ofisimiz { $date } günü size haber verildiğini yazdı.
statement-none = Kayıtlarımızda size giden bir mesaj görünmüyor.
statement-unsure = Hiçbir satır bir mesajın ulaştığını söylemiyorsa ulaşıp ulaşmadığını bilmiyoruz. Bir mesaj yalnızca sizin için önemli bir bilgimiz olduğunu ve onu nasıl alacağınızı söylemiş olabilir.
statement-until = Bunlar { $date } gününe kadar olan kayıtlarımızdır. Günler dünya saatine (UTC) göre sayılır.
statement-check = Bu beyan nasıl kontrol edilir
statement-check-file = Bu beyan, dijital mührü olan bir PDF dosyasıdır. Biri tek bir kelimeyi değiştirirse mühür artık uymaz. Dosyayı saklayın: kâğıttaki sayfanın mührü yoktur.
statement-check-program = Avukatınız veya bir mahkeme onu biz olmadan, ücretsiz { $program } programıyla kontrol edebilir. Önce { $hotline } numarasından anahtarımızı isteyin. Şöyle başlar: { $key }.
statement-check-record = Dosyada, kaydımızın burada yazılanları gösterdiğinin kanıtı da vardır. Bu kaydı sonradan kimse değiştiremez. Bu, başka hiç kimse hakkında bir şey söylemez.
