### French. The text message avoids ê, â, î, ô, û and ç, which GSM-7 lacks.

teaser-sms = Un bureau a une information importante pour l'usager de ce numéro. Tapez { $web } ou appelez le { $hotline }. Votre code: { $code }

teaser-email-subject = Une information importante pour vous
teaser-email-opening = Notre bureau a une information importante pour la personne qui utilise cette adresse e-mail.
teaser-email-why = Nous ne la mettons pas dans un e-mail, car d’autres personnes peuvent lire vos e-mails.
teaser-email-reach = Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }.
teaser-email-code = Votre code est { $code }. Donnez-nous ce code quand vous appelez.
teaser-email-genuine = Comment savoir si ce message est vrai ? Tous nos messages pour vous portent ce même code. Vous pouvez aussi demander à une personne de confiance de chercher notre numéro et de nous appeler pour vous.
teaser-email-never = Cet e-mail ne contient aucun lien à ouvrir. Nous ne vous demanderons jamais d’argent ni de mot de passe.
teaser-email-closing = Si vous n’utilisez pas cette adresse, merci d’effacer cet e-mail.

teaser-letter-title = Des informations importantes pour vous
teaser-letter-opening = Notre bureau a des informations importantes pour la personne nommée sur cette lettre.
teaser-letter-why = Nous ne les écrivons pas dans une lettre, car d'autres personnes pourraient l'ouvrir.
teaser-letter-reach = Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }.
teaser-letter-code = Votre code est { $code }. Donnez-nous ce code quand vous appelez.
teaser-letter-genuine = Comment savoir si ce message est vrai ? Tous nos messages pour vous portent ce même code. Vous pouvez aussi demander à une personne de confiance de chercher notre numéro et de nous appeler pour vous.
teaser-letter-never = Nous ne vous demanderons jamais d'argent ni de mot de passe.
teaser-letter-closing = Si cette lettre n'est pas pour vous, merci de la jeter.

beside-note = Un ordinateur a traduit ce texte. Personne ne l’a encore vérifié. Le texte anglais est plus bas. S’il y a une différence, c’est le texte anglais qui compte.
beside-heading = Texte anglais

attorney-email-subject = Une question de vie privée qui touche l’un de vos clients
attorney-email-opening = Nous vous écrivons au sujet de l’un de vos clients. D’après nos dossiers, vous êtes son avocat ou son avocate.
attorney-email-matter = Il s’agit d’une question de vie privée. Votre client a le droit d’en être informé, et nous voulons que vous le sachiez aussi.
attorney-email-why = Nous ne nommons pas votre client dans un e-mail. Nous vous donnerons l’avis complet quand nous serons sûrs de parler avec vous.
attorney-email-reach = Merci d’appeler le { $hotline }, de taper { $web } dans un navigateur ou d’écrire à { $email }. Indiquez ce code : { $code }
attorney-email-genuine = Vérifiez que ce message est vrai. Cherchez vous-même notre numéro, appelez-nous et demandez-nous de confirmer le code.
attorney-email-never = Cet e-mail ne contient aucun lien à ouvrir. Nous ne demanderons jamais d’argent ni de mot de passe, ni à vous ni à votre client.

notice-title = Avis de violation de données
notice-for = Cette lettre est pour { $name }.
notice-from = Elle vient de ce bureau : { $organisation }. Des personnes qui n’en avaient pas le droit ont pu voir vos informations privées. Nous en sommes désolés. Cette lettre dit ce qui s’est passé et ce que vous pouvez faire.
notice-alone = Si vous le pouvez, lisez cette lettre sans témoin ou avec une personne de confiance.

notice-happened = Ce qui s’est passé
place-public-website = Vos informations ont été mises par erreur sur un site web public. N’importe qui pouvait les ouvrir et les lire.
notice-happened-when = Elles y étaient du { $began } au { $ended }.
notice-happened-found = Nous l’avons appris le { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Nos registres ne montrent aucun téléchargement pendant ce temps. Des personnes ont quand même pu les lire.
        [one] Nous savons qu’elles ont été téléchargées depuis { $downloads } adresse internet. Qui a une copie a pu la donner à d’autres.
        [many] Nous savons qu’elles ont été téléchargées depuis { $downloads } d’adresses internet. Qui a une copie a pu la donner à d’autres.
       *[other] Nous savons qu’elles ont été téléchargées depuis { $downloads } adresses internet. Qui a une copie a pu la donner à d’autres.
    }
notice-happened-downloads-unknown = Nous ne pouvons pas savoir qui les a lues ni qui en a une copie.

notice-information = Quelles informations étaient là
notice-information-list = Ces informations sur vous étaient là :
notice-information-unknown = Nous ne pouvons pas encore dire quelles informations sur vous étaient là. Appelez-nous et nous vous dirons ce que nous savons.
notice-encrypted-no = Elles n’étaient pas chiffrées, c’est-à-dire protégées par une clé secrète. Toute personne qui les avait pouvait les lire.
notice-encrypted-yes = Elles étaient chiffrées, c’est-à-dire protégées par une clé secrète. Seule une personne qui a aussi cette clé peut les lire.
notice-encrypted-part = Une partie était chiffrée, c’est-à-dire protégée par une clé secrète. Le reste ne l’était pas. Toute personne qui l’avait pouvait lire le reste.
kind-name = Votre nom
kind-birth-date = Votre date de naissance
kind-reference = Votre numéro de dossier (par exemple un numéro A)
kind-birth-country = Le pays où vous êtes né ou née
kind-nationality = Votre nationalité
kind-sex = Votre sexe
kind-language = La langue que vous parlez
kind-custody = Si vous étiez en détention ou en liberté
kind-facility = Le lieu où vous étiez en détention
kind-case = Où en est votre dossier d’immigration
kind-phone = Votre numéro de téléphone
kind-email = Votre adresse e-mail
kind-address = Votre adresse postale
kind-attorney = Le nom de votre avocat ou avocate et comment joindre cette personne
kind-notes = Des notes sur la façon de vous joindre
kind-other = D’autres informations de votre dossier

notice-meaning = Ce que cela peut vouloir dire
notice-meaning-known = Des personnes que vous ne connaissez pas ont peut-être ces informations maintenant. Nous ne pouvons pas les leur reprendre.
notice-meaning-safety = Si vous êtes venu ou venue pour être à l’abri d’un gouvernement, d’un groupe ou d’une personne, ils peuvent maintenant apprendre que vous avez demandé une protection, et où vous êtes ou étiez. Votre famille a peut-être aussi besoin de le savoir.
notice-meaning-case = Cela peut compter dans votre dossier d’immigration ou d’asile. Ce peut être un fait nouveau qu’un juge ou un agent doit connaître. Un avocat ou une avocate peut vous dire ce que cela veut dire pour vous.
notice-meaning-fraud = Certaines personnes peuvent se servir de vos informations pour vous tromper. Elles peuvent dire qu’elles viennent du gouvernement, d’un tribunal ou de notre bureau. Elles savent peut-être des choses sur vous. Cela ne veut pas dire qu’elles sont honnêtes.

notice-doing = Ce que nous faisons
notice-doing-removed = Les informations ne sont plus là. Elles ont été retirées le { $ended }.
notice-doing-telling = Nous prévenons chaque personne dont les informations étaient là, d’une façon qui cherche à la protéger.
notice-doing-again = Quand nous en saurons plus, nous vous préviendrons de nouveau.

notice-can = Ce que vous pouvez faire
notice-can-lawyer = Parlez vite de cette lettre à votre avocat ou avocate. Si vous n’en avez pas, demandez de l’aide à un groupe d’aide juridique.
notice-can-keep = Gardez cette lettre dans un endroit sûr. Vous pouvez la montrer au tribunal ou à un agent.
notice-can-danger = Si vous êtes en danger maintenant, appelez la police (911 aux États-Unis). Si vous êtes en détention, dites-le à votre avocat ou avocate, ou à un agent en qui vous avez confiance.
notice-can-family = Pensez à qui d’autre doit savoir, comme des proches qui sont peut-être en danger.
notice-can-phone = Demandez à votre compagnie de téléphone de mettre un code PIN sur votre compte. Changez le code PIN de votre messagerie vocale et le mot de passe de votre e-mail.
notice-can-fraud = Ne payez rien et ne donnez pas d’autres informations à une personne qui vous appelle ou vous écrit à ce sujet.

notice-more = Pour en savoir plus
notice-more-ask = Vous pouvez nous poser toutes vos questions. Donnez-nous votre code : { $code }
notice-more-phone = Téléphone : { $hotline }
notice-more-web = Internet : tapez { $web } dans un navigateur
notice-more-email = E-mail : { $email }
notice-more-post = Courrier : { $post }

notice-genuine = Comment savoir si cette lettre est vraie
notice-genuine-code = Votre code est { $code }. Tous nos messages pour vous portent ce même code.
notice-genuine-check = Appelez le { $hotline } ou tapez { $web } dans un navigateur, et demandez si le code est juste. Votre avocat ou avocate peut le faire pour vous.
notice-genuine-never = Personne de notre bureau ne vous demandera d’argent ni de mot de passe. Si quelqu’un le fait, ce n’est pas nous.

letter-title = Lettre
letter-date = Date : { $date }
letter-page = Page { $page } sur { $pages }
post-envelope = Privé. À ouvrir seulement par la personne nommée ici.
hand-envelope = Privé. À remettre fermé, et à ouvrir seulement par la personne nommée ici.

months = cldr
moment = { $date } à { $time } ({ $zone })
