### What this incident adds to the catalog of this language.

incident-doing-safeguards = Artık her dosyayı, internet sitemize konmadan önce iki kişi kontrol ediyor. Bir program da dosyada özel bilgi olup olmadığına bakıyor.
