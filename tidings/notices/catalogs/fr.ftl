### French, for readers from any country. Text messages avoid ê, â, î, ô, û, ç and ’, which would make them twice as long (so
### straight ' there, and no no-break space); elsewhere ’, and a no-break space before : and ?. Words that make the reader a man
### or a woman are avoided ("en privé", "pays de naissance", "avez cherché à être à l’abri"). Least sure: notice-meaning-safety.

teaser-sms = Nous avons un message important pour qui utilise ce téléphone. Tapez { $web } sur internet ou appelez le { $hotline }. Votre code : { $code }
teaser-sms-again = Nous avons un nouveau message pour qui utilise ce téléphone. Tapez { $web } sur internet ou appelez le { $hotline }. Votre code : { $code }

reply-stop = Nous n'enverrons plus de SMS à ce numéro. Pour toute question, appelez le { $hotline }.
reply-start = Vous recevrez de nouveau nos SMS. Pour ne plus en recevoir, envoyez STOP. Pour toute question, appelez le { $hotline }.
reply-help = Nous avons un message pour qui utilise ce téléphone. Tapez { $web } ou appelez le { $hotline }. Pour ne plus recevoir nos SMS, envoyez STOP.
reply-who = D'autres personnes peuvent lire ceci. Nous ne disons donc rien de plus ici. Pour savoir qui nous sommes, appelez le { $hotline } et parlez de votre code.
reply-other = Personne ne lit les SMS envoyés à ce numéro. Merci d'appeler le { $hotline }.

teaser-whatsapp = Un bureau a une information importante pour la personne qui utilise ce téléphone. Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }. Votre code est { $code }. Nous ne vous demanderons jamais d’argent ni de mot de passe.
teaser-whatsapp-again = Un bureau a une nouvelle information pour la personne qui utilise ce téléphone. Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }. Votre code est { $code }. Nous ne vous demanderons jamais d’argent ni de mot de passe.

teaser-voice-hello = Bonjour. Cet appel est pour la personne qui utilise ce téléphone.
teaser-voice-press = Pour écouter le message, appuyez sur 1.
teaser-voice-stop = Pour ne plus recevoir d’appels, appuyez sur 9.
teaser-voice-stopped = Nous ne vous appellerons plus. Au revoir.
teaser-voice-message = Un bureau a une information importante pour la personne qui utilise ce téléphone. Prenez de quoi écrire, s’il vous plaît.
teaser-voice-message-again = Un bureau a une nouvelle information pour la personne qui utilise ce téléphone. Prenez de quoi écrire, s’il vous plaît.
teaser-voice-reach = Pour la recevoir, appelez ce numéro : { $hotline }.
teaser-voice-code = Vous aurez besoin de ce code : { $code }.
teaser-voice-never = Nous ne vous demanderons jamais d’argent ni de mot de passe.
teaser-voice-again = Pour écouter encore une fois, appuyez sur 1.
teaser-voice-goodbye = Merci. Au revoir.

teaser-email-subject = Une information importante pour vous
teaser-email-subject-again = Une nouvelle information pour vous
teaser-email-opening = Notre bureau a une information importante pour la personne qui utilise cette adresse e-mail.
teaser-email-opening-again = Notre bureau a une nouvelle information pour la personne qui utilise cette adresse e-mail.
teaser-email-why = Nous ne la mettons pas dans un e-mail, car d’autres personnes peuvent lire vos e-mails.
teaser-email-reach = Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }.
teaser-email-code = Votre code est { $code }. Donnez-nous ce code quand vous appelez.
teaser-email-genuine = Comment savoir si ce message est vrai ? Tous nos messages pour vous portent ce même code. Vous pouvez aussi demander à une personne de confiance de chercher notre numéro de téléphone et de nous appeler pour vous.
teaser-email-never = Cet e-mail ne contient aucun lien. Nous ne vous demanderons jamais d’argent ni de mot de passe.
teaser-email-closing = Si vous n’utilisez pas cette adresse, merci d’effacer cet e-mail.

teaser-letter-title = Une information importante pour vous
teaser-letter-title-again = Une nouvelle information pour vous
teaser-letter-opening = Notre bureau a une information importante pour la personne nommée sur cette lettre.
teaser-letter-opening-again = Notre bureau a une nouvelle information pour la personne nommée sur cette lettre.
teaser-letter-why = Nous ne la mettons pas dans une lettre, car d’autres personnes peuvent ouvrir votre courrier.
teaser-letter-reach = Pour la recevoir, tapez { $web } dans un navigateur ou appelez le { $hotline }.
teaser-letter-code = Votre code est { $code }. Donnez-nous ce code quand vous appelez.
teaser-letter-genuine = Comment savoir si ce message est vrai ? Tous nos messages pour vous portent ce même code. Vous pouvez aussi demander à une personne de confiance de chercher notre numéro de téléphone et de nous appeler pour vous.
teaser-letter-never = Nous ne vous demanderons jamais d’argent ni de mot de passe.
teaser-letter-closing = Si cette lettre n’est pas pour vous, merci de la détruire. Vous n’avez rien d’autre à faire.

beside-note = Un ordinateur a traduit ce texte. Personne ne l’a encore vérifié. Le texte anglais est plus bas. S’il y a une différence, c’est le texte anglais qui compte.
beside-heading = Texte anglais

attorney-email-subject = Une question de vie privée qui touche un ou plusieurs de vos clients
attorney-email-opening = Nous vous écrivons au sujet d’un ou de plusieurs de vos clients. D’après nos registres, vous les représentez.
attorney-email-matter = Il s’agit d’une question de vie privée. Vos clients ont le droit d’en être informés, et nous voulons que vous le sachiez aussi.
attorney-email-why = Nous ne nommons aucun client dans un e-mail. Nous vous donnerons l’avis complet pour chaque client dès que nous saurons que c’est bien à vous que nous parlons.
attorney-email-reach = Merci d’appeler le { $hotline }, de taper { $web } dans un navigateur ou d’écrire à { $email }.
attorney-email-code = Merci d’avoir ceci sous la main. Chaque code correspond à un client : { $code }
attorney-email-client = Merci d’en parler avec votre client en privé. D’autres personnes peuvent voir son téléphone ou son courrier.
attorney-email-genuine = Vérifiez que ce message est vrai. Cherchez vous-même notre numéro de téléphone, appelez-nous et demandez-nous de confirmer les codes.
attorney-email-never = Cet e-mail ne contient aucun lien. Nous ne demanderons jamais d’argent ni de mot de passe, ni à vous ni à vos clients.

attorney-letter-title = Une question de vie privée qui touche un ou plusieurs de vos clients
attorney-letter-opening = Nous vous écrivons au sujet d’un ou de plusieurs de vos clients. D’après nos registres, vous les représentez.
attorney-letter-matter = Il s’agit d’une question de vie privée. Vos clients ont le droit d’en être informés, et nous voulons que vous le sachiez aussi.
attorney-letter-why = Nous ne nommons aucun client dans cette lettre, car d’autres personnes de votre bureau peuvent l’ouvrir. Nous vous donnerons l’avis complet pour chaque client dès que nous saurons que c’est bien à vous que nous parlons.
attorney-letter-reach = Merci d’appeler le { $hotline }, de taper { $web } dans un navigateur ou d’écrire à { $email }.
attorney-letter-code = Merci d’avoir ceci sous la main. Chaque code correspond à un client : { $code }
attorney-letter-client = Merci d’en parler avec votre client en privé. D’autres personnes peuvent voir son téléphone ou son courrier.
attorney-letter-genuine = Vérifiez que ce message est vrai. Cherchez vous-même notre numéro de téléphone, appelez-nous et demandez-nous de confirmer les codes.
attorney-letter-never = Nous ne demanderons jamais d’argent ni de mot de passe, ni à vous ni à vos clients.

notice-title = Avis de violation de données
notice-for = Cet avis est pour { $name }.
notice-from = Il vient de ce bureau : { $organisation }. Des personnes qui n’en avaient pas le droit ont pu voir vos informations privées. Nous en sommes désolés. Cet avis dit ce qui s’est passé et ce que vous pouvez faire.
notice-alone = Si vous le pouvez, lisez cet avis en privé ou avec une personne de confiance.

notice-happened = Ce qui s’est passé
place-public-website = Vos informations ont été mises par erreur sur un site web public. N’importe qui pouvait les ouvrir et les lire.
notice-happened-when = Elles y sont restées du { $began } au { $ended }.
notice-happened-found = Nous l’avons appris le { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Nos registres ne montrent aucun téléchargement pendant ce temps. Des personnes ont quand même pu les lire.
        [one] Nous savons qu’elles ont été téléchargées depuis { $downloads } adresse internet. Toute personne qui en a une copie a pu la donner à d’autres.
        [many] Nous savons qu’elles ont été téléchargées depuis { $downloads } d’adresses internet. Toute personne qui en a une copie a pu la donner à d’autres.
       *[other] Nous savons qu’elles ont été téléchargées depuis { $downloads } adresses internet. Toute personne qui en a une copie a pu la donner à d’autres.
    }
notice-happened-downloads-unknown = Nous ne pouvons pas savoir qui les a lues ni qui en a une copie.

notice-information = Quelles informations étaient concernées
notice-information-list = Ces informations sur vous étaient là :
notice-information-unknown = Nous ne pouvons pas encore dire quelles informations sur vous étaient là. Appelez-nous et nous vous dirons ce que nous savons.
notice-encrypted-no = Elles n’étaient pas chiffrées : elles n’étaient pas protégées par une clé secrète. Toute personne qui les avait pouvait les lire.
notice-encrypted-yes = Elles étaient chiffrées : elles étaient protégées par une clé secrète. Seule une personne qui a aussi cette clé peut les lire.
notice-encrypted-part = Une partie était chiffrée : elle était protégée par une clé secrète. Le reste ne l’était pas. Toute personne qui avait le reste pouvait le lire.
kind-name = Votre nom
kind-birth-date = Votre date de naissance
kind-reference = Votre numéro de dossier (par exemple un « A-Number »)
kind-birth-country = Votre pays de naissance
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
notice-meaning-safety = Si vous avez cherché à être à l’abri d’un gouvernement, d’un groupe ou d’une personne, ils peuvent maintenant apprendre que vous avez demandé une protection, et où vous êtes ou étiez. Votre famille a peut-être aussi besoin de le savoir.
notice-meaning-case = Cela peut compter dans votre dossier d’immigration ou d’asile, ou dans toute affaire où vous demandez une protection. Ce peut être un fait nouveau qu’un juge ou un agent devrait connaître. Un avocat ou une avocate peut vous dire ce que cela veut dire pour vous.
notice-meaning-fraud = Certaines personnes peuvent se servir de vos informations pour vous tromper. Elles peuvent dire qu’elles viennent du gouvernement, d’un tribunal ou de notre bureau. Elles savent peut-être des choses sur vous. Cela ne veut pas dire qu’elles sont honnêtes.

notice-doing = Ce que nous faisons
notice-doing-removed = Les informations ne sont plus là. Elles ont été retirées le { $ended }.
notice-doing-telling = Nous prévenons chaque personne dont les informations étaient là, d’une façon qui cherche à la protéger.
notice-doing-again = Quand nous en saurons plus, nous vous préviendrons de nouveau.

notice-can = Ce que vous pouvez faire
notice-can-lawyer = Parlez vite de cet avis à votre avocat ou avocate. Si vous n’en avez pas, demandez de l’aide à une association d’aide juridique.
notice-can-keep = Gardez cet avis dans un endroit sûr. Vous pouvez le montrer au tribunal ou à un agent.
notice-can-danger = Si vous êtes en danger maintenant, appelez la police (911 aux États-Unis). Si vous êtes en détention, dites-le à votre avocat ou avocate, ou à un agent en qui vous avez confiance.
notice-can-family = Pensez à qui d’autre doit savoir, par exemple des proches qui sont peut-être en danger.
notice-can-phone = Demandez à votre compagnie de téléphone de mettre un code PIN sur votre compte. Changez le code PIN de votre messagerie vocale et le mot de passe de votre e-mail.
notice-can-fraud = Ne payez rien et ne donnez pas d’autres informations à une personne qui vous appelle ou vous écrit à ce sujet.

notice-more = Pour plus d’informations
notice-more-ask = Vous pouvez nous poser toutes vos questions. Donnez-nous votre code : { $code }
notice-more-phone = Téléphone : { $hotline }
notice-more-web = Internet : tapez { $web } dans un navigateur
notice-more-email = E-mail : { $email }
notice-more-post = Courrier : { $post }
notice-agencies = Ces services publics peuvent aussi vous dire comment vous protéger si quelqu’un se sert mal de vos informations :
notice-agency = { $name } : { $phone }, { $web }

notice-genuine = Comment savoir si cet avis est vrai
notice-genuine-code = Votre code est { $code }. Tous nos messages pour vous portent ce même code.
notice-genuine-check = Appelez le { $hotline } ou tapez { $web } dans un navigateur, et demandez si le code est juste. Votre avocat ou avocate peut le faire pour vous.
notice-genuine-never = Personne de notre bureau ne vous demandera d’argent ni de mot de passe. Si quelqu’un le fait, ce n’est pas nous.

supplement-opening = Nous vous avons déjà écrit à ce sujet. Maintenant, nous en savons plus. Cet avis remplace ce que nous vous avons envoyé avant.
supplement-code = Votre code est le même qu’avant.
supplement-new = Ce que nous savons maintenant
supplement-keep = Gardez aussi l’avis d’avant. Votre avocat ou avocate voudra peut-être voir les deux.

letter-title = Lettre
letter-date = Date : { $date }
letter-page = Page { $page } sur { $pages }
post-envelope = Privé. À ouvrir seulement par la personne nommée ici.
hand-envelope = Privé. À remettre fermé, et à ouvrir seulement par la personne nommée ici.

months = cldr
moment = { $date } à { $time } ({ $zone })

statement-title = Attestation sur une violation de données
statement-for = Cette attestation est pour { $name }.
statement-born = Date de naissance : { $date }.
statement-from = Elle vient de ce bureau : { $organisation }. Elle dit ce qui est arrivé à vos informations privées et comment nous vous l’avons dit. Vous pouvez la montrer à votre avocat ou avocate, au tribunal ou à un agent.
statement-lasted = Combien de temps elles y sont restées, en heures et en minutes : { $time }.
statement-told = Comment nous vous l’avons dit
statement-sms = SMS
statement-voice = Appel téléphonique
statement-email = E-mail
statement-letter = Lettre par la poste
statement-hand = Lettre apportée par une personne
statement-attorney = { $way }, à votre avocat ou avocate
statement-sent = { $way } : envoi le { $date }.
statement-made = { $way } : préparation le { $date }.
statement-tried = { $way } : essai le { $date }.
statement-arrived = { $way } : arrivée le { $date }.
statement-failed = { $way } : pas d’arrivée. Nous le savons depuis le { $date }.
statement-otherwise = D’une autre manière : le { $date }, notre bureau a noté qu’on vous l’a dit.
statement-none = Nos dossiers ne montrent aucun message pour vous.
statement-unsure = Si aucune ligne ne dit qu’un message est arrivé, nous ne savons pas s’il est arrivé. Il se peut qu’un message ait seulement dit que nous avons une information importante pour vous, et comment l’obtenir.
statement-until = Voici nos dossiers jusqu’au { $date }. Les jours sont comptés en temps universel (UTC).
statement-check = Comment vérifier cette attestation
statement-check-file = Cette attestation est un fichier PDF avec un sceau numérique. Si quelqu’un change un mot, le sceau ne correspond plus. Gardez le fichier : une page en papier n’a pas de sceau.
statement-check-program = Votre avocat ou avocate ou un tribunal peut la vérifier sans nous, avec le programme gratuit { $program }. Demandez-nous d’abord notre clé au { $hotline }. Elle commence ainsi : { $key }.
statement-check-record = Le fichier contient aussi la preuve que notre registre montre ce qui est écrit ici. Personne ne peut changer ce registre plus tard. Cela ne dit rien d’aucune autre personne.
