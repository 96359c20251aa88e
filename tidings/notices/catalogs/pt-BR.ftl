### Brazilian Portuguese, "você". Text messages avoid every letter that GSM-7 lacks (ã, õ, ç, á, ê, í, ó, ú), which would make the limit 70; only "codigo" is written without its accent, as phone companies and banks in Brazil do in texts. Least sure: reply-who and the unaccented "codigo", notice-information, notice-can-danger ("agente" for officer).

teaser-sms = Temos uma mensagem importante para quem usa este telefone. Digite { $web } no navegador ou ligue para { $hotline }. Codigo: { $code }
teaser-sms-again = Temos uma nova mensagem para quem usa este telefone. Digite { $web } no navegador ou ligue para { $hotline }. Codigo: { $code }

reply-stop = Paramos de enviar mensagens a este telefone. Se tiver uma pergunta, ligue para { $hotline }.
reply-start = Este telefone volta a receber as nossas mensagens. Para parar, envie STOP. Se tiver uma pergunta, ligue para { $hotline }.
reply-help = Temos uma mensagem para quem usa este telefone. Digite { $web } no navegador ou ligue para { $hotline }. Para parar as mensagens, envie STOP.
reply-who = Outras pessoas podem ler isto. Por isso, nada mais podemos dizer aqui. Para saber quem somos, ligue para { $hotline } e pergunte sobre o seu codigo.
reply-other = Ninguém vai ler as mensagens que chegam aqui. Por favor, ligue para { $hotline }.

teaser-whatsapp = Um escritório tem uma informação importante para a pessoa que usa este telefone. Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }. Seu código é { $code }. Nunca vamos pedir dinheiro nem senha.
teaser-whatsapp-again = Um escritório tem uma informação nova para a pessoa que usa este telefone. Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }. Seu código é { $code }. Nunca vamos pedir dinheiro nem senha.

teaser-voice-hello = Olá. Esta ligação é para a pessoa que usa este telefone.
teaser-voice-press = Para ouvir a mensagem, aperte 1.
teaser-voice-stop = Para não receber mais ligações, aperte 9.
teaser-voice-stopped = Não vamos ligar de novo. Até logo.
teaser-voice-message = Um escritório tem uma informação importante para a pessoa que usa este telefone. Por favor, pegue papel e caneta.
teaser-voice-message-again = Um escritório tem uma informação nova para a pessoa que usa este telefone. Por favor, pegue papel e caneta.
teaser-voice-reach = Para recebê-la, ligue para este número: { $hotline }.
teaser-voice-code = Você vai precisar deste código: { $code }.
teaser-voice-never = Nunca vamos pedir dinheiro nem senha.
teaser-voice-again = Para ouvir mais uma vez, aperte 1.
teaser-voice-goodbye = Agradecemos. Até logo.

teaser-email-subject = Informação importante para você
teaser-email-subject-again = Informação nova para você
teaser-email-opening = Nosso escritório tem uma informação importante para a pessoa que usa este endereço de e-mail.
teaser-email-opening-again = Nosso escritório tem uma informação nova para a pessoa que usa este endereço de e-mail.
teaser-email-why = Não colocamos essa informação em um e-mail, porque outras pessoas podem ler o seu e-mail.
teaser-email-reach = Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }.
teaser-email-code = Seu código é { $code }. Diga este código quando ligar.
teaser-email-genuine = Como saber que isto é verdadeiro? Toda mensagem nossa para você traz este mesmo código. Você também pode pedir a uma pessoa de confiança que procure o nosso telefone e ligue para nós por você.
teaser-email-never = Este e-mail não tem nenhum link. Nunca vamos pedir dinheiro nem senha.
teaser-email-closing = Se você não usa este endereço, por favor apague este e-mail.

teaser-letter-title = Informação importante para você
teaser-letter-title-again = Informação nova para você
teaser-letter-opening = Nosso escritório tem uma informação importante para a pessoa cujo nome está nesta carta.
teaser-letter-opening-again = Nosso escritório tem uma informação nova para a pessoa cujo nome está nesta carta.
teaser-letter-why = Não colocamos essa informação em uma carta, porque outras pessoas podem abrir a sua correspondência.
teaser-letter-reach = Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }.
teaser-letter-code = Seu código é { $code }. Diga este código quando ligar.
teaser-letter-genuine = Como saber que isto é verdadeiro? Toda mensagem nossa para você traz este mesmo código. Você também pode pedir a uma pessoa de confiança que procure o nosso telefone e ligue para nós por você.
teaser-letter-never = Nunca vamos pedir dinheiro nem senha.
teaser-letter-closing = Se esta carta não é para você, por favor destrua a carta. Você não precisa fazer mais nada.

beside-note = Um computador traduziu este texto. Nenhuma pessoa o revisou ainda. O texto em inglês está abaixo. Se houver diferença, vale o texto em inglês.
beside-heading = Texto em inglês

attorney-email-subject = Um assunto de privacidade sobre um ou mais dos seus clientes
attorney-email-opening = Escrevemos sobre um ou mais dos seus clientes. Nos nossos registros, é você quem representa essas pessoas.
attorney-email-matter = Trata-se de um assunto de privacidade. Seus clientes têm o direito de saber disso, e queremos que você também saiba.
attorney-email-why = Não damos o nome de nenhum cliente em um e-mail. Vamos entregar o aviso completo de cada cliente quando tivermos certeza de que falamos com você.
attorney-email-reach = Por favor, ligue para { $hotline }, digite { $web } em um navegador ou escreva para { $email }.
attorney-email-code = Por favor, tenha isto à mão. Cada código corresponde a um cliente: { $code }
attorney-email-client = Por favor, fale sobre isto com o seu cliente em particular. Outras pessoas podem ver o telefone ou a correspondência do seu cliente.
attorney-email-genuine = Por favor, confira se isto é verdadeiro. Procure o nosso telefone por conta própria, ligue e peça que confirmemos os códigos.
attorney-email-never = Este e-mail não tem nenhum link. Nunca vamos pedir dinheiro nem senha, nem a você nem aos seus clientes.

attorney-letter-title = Um assunto de privacidade sobre um ou mais dos seus clientes
attorney-letter-opening = Escrevemos sobre um ou mais dos seus clientes. Nos nossos registros, é você quem representa essas pessoas.
attorney-letter-matter = Trata-se de um assunto de privacidade. Seus clientes têm o direito de saber disso, e queremos que você também saiba.
attorney-letter-why = Não damos o nome de nenhum cliente nesta carta, porque outras pessoas do seu escritório podem abri-la. Vamos entregar o aviso completo de cada cliente quando tivermos certeza de que falamos com você.
attorney-letter-reach = Por favor, ligue para { $hotline }, digite { $web } em um navegador ou escreva para { $email }.
attorney-letter-code = Por favor, tenha isto à mão. Cada código corresponde a um cliente: { $code }
attorney-letter-client = Por favor, fale sobre isto com o seu cliente em particular. Outras pessoas podem ver o telefone ou a correspondência do seu cliente.
attorney-letter-genuine = Por favor, confira se isto é verdadeiro. Procure o nosso telefone por conta própria, ligue e peça que confirmemos os códigos.
attorney-letter-never = Nunca vamos pedir dinheiro nem senha, nem a você nem aos seus clientes.

notice-title = Aviso de violação de dados
notice-for = Este aviso é para { $name }.
notice-from = Ele vem deste escritório: { $organisation }. Pessoas que não tinham o direito de ver as suas informações privadas puderam vê-las. Pedimos desculpas. Este aviso diz o que aconteceu e o que você pode fazer.
notice-alone = Se puder, leia este aviso a sós ou com uma pessoa de confiança.

notice-happened = O que aconteceu
place-public-website = Suas informações foram colocadas por engano em um site público. Qualquer pessoa podia abrir e ler.
notice-happened-when = Ficaram lá de { $began } até { $ended }.
notice-happened-found = Descobrimos isso em { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Nossos registros não mostram nenhum download nesse período. Mesmo assim, alguém pode ter lido.
        [one] Sabemos que foram baixadas a partir de { $downloads } endereço de internet. Quem tem uma cópia pode ter passado a outras pessoas.
        [many] Sabemos que foram baixadas a partir de { $downloads } de endereços de internet. Quem tem uma cópia pode ter passado a outras pessoas.
       *[other] Sabemos que foram baixadas a partir de { $downloads } endereços de internet. Quem tem uma cópia pode ter passado a outras pessoas.
    }
notice-happened-downloads-unknown = Não temos como saber quem leu nem quem tem uma cópia.

notice-information = Quais informações foram afetadas
notice-information-list = Estas informações sobre você estavam lá:
notice-information-unknown = Ainda não podemos dizer quais informações sobre você estavam lá. Ligue para nós e diremos o que sabemos.
notice-encrypted-no = Elas não estavam criptografadas, ou seja, não estavam protegidas por uma chave secreta. Quem as tivesse podia ler.
notice-encrypted-yes = Elas estavam criptografadas, ou seja, protegidas por uma chave secreta. Só quem também tem essa chave pode ler.
notice-encrypted-part = Uma parte estava criptografada, ou seja, protegida por uma chave secreta. O resto não estava. Quem tivesse o resto podia ler.
kind-name = Seu nome
kind-birth-date = Sua data de nascimento
kind-reference = Seu número de processo (por exemplo, um número A, "A-Number")
kind-birth-country = O país onde você nasceu
kind-nationality = Sua nacionalidade
kind-sex = Seu sexo
kind-language = O idioma que você fala
kind-custody = Se você estava em detenção ou em liberdade
kind-facility = O lugar onde você esteve em detenção
kind-case = Em que ponto está o seu caso de imigração
kind-phone = Seu número de telefone
kind-email = Seu endereço de e-mail
kind-address = Seu endereço de correspondência
kind-attorney = O nome do seu advogado ou advogada e como falar com essa pessoa
kind-notes = Anotações sobre como entrar em contato com você
kind-other = Outras informações do seu processo

notice-meaning = O que isso pode significar
notice-meaning-known = Pessoas que você não conhece podem ter essas informações agora. Não podemos tirá-las dessas pessoas.
notice-meaning-safety = Se você veio para ficar a salvo de um governo, de um grupo ou de uma pessoa, eles podem agora ficar sabendo que você pediu proteção e onde você está ou esteve. Sua família talvez também precise saber disso.
notice-meaning-case = Isso pode ser importante no seu caso de imigração ou asilo, ou em qualquer caso em que você peça proteção. Pode ser um fato novo que um juiz ou um agente deve conhecer. Um advogado ou uma advogada pode dizer o que isso significa para você.
notice-meaning-fraud = Algumas pessoas podem usar as suas informações para enganar você. Podem dizer que são do governo, de um tribunal ou do nosso escritório. Podem saber coisas sobre você. Isso não quer dizer que sejam honestas.

notice-doing = O que estamos fazendo
notice-doing-removed = As informações não estão mais lá. Foram retiradas em { $ended }.
notice-doing-telling = Estamos avisando cada pessoa cujas informações estavam lá, de um modo que procura manter a pessoa em segurança.
notice-doing-again = Quando soubermos mais, avisaremos você de novo.

notice-can = O que você pode fazer
notice-can-lawyer = Fale logo com o seu advogado ou advogada sobre este aviso. Se não tiver, peça ajuda a um grupo de assistência jurídica.
notice-can-keep = Guarde este aviso em um lugar seguro. Você pode mostrá-lo no tribunal ou a um agente.
notice-can-danger = Se você está em perigo agora, ligue para a polícia (911 nos Estados Unidos). Se estiver em detenção, fale com o seu advogado ou advogada, ou com um agente de confiança.
notice-can-family = Pense em quem mais deve saber, como familiares que possam estar em perigo.
notice-can-phone = Peça à sua operadora de telefone que ponha um PIN na sua conta. Troque o PIN da sua caixa postal e a senha do seu e-mail.
notice-can-fraud = Não pague nada e não dê mais informações a ninguém que ligar ou escrever sobre isto.

notice-more = Para mais informações
notice-more-ask = Você pode nos fazer qualquer pergunta. Diga o seu código: { $code }
notice-more-phone = Telefone: { $hotline }
notice-more-web = Internet: digite { $web } em um navegador
notice-more-email = E-mail: { $email }
notice-more-post = Correio: { $post }
notice-agencies = Estes órgãos públicos também podem dizer como se proteger do mau uso das suas informações:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Como saber que este aviso é verdadeiro
notice-genuine-code = Seu código é { $code }. Toda mensagem nossa para você traz este mesmo código.
notice-genuine-check = Ligue para { $hotline } ou digite { $web } em um navegador e pergunte se o código está certo. Seu advogado ou advogada pode fazer isso por você.
notice-genuine-never = Ninguém do nosso escritório vai pedir dinheiro ou senha. Se alguém pedir, não somos nós.

supplement-opening = Já escrevemos para você sobre isto. Agora sabemos mais. Este aviso substitui o que enviamos antes.
supplement-code = Seu código é o mesmo de antes.
supplement-new = O que sabemos agora
supplement-keep = Guarde também o aviso anterior. Seu advogado ou advogada pode querer ver os dois.

letter-title = Carta
letter-date = Data: { $date }
letter-page = Página { $page } de { $pages }
post-envelope = Particular. Só deve ser aberta pela pessoa indicada aqui.
hand-envelope = Particular. Deve ser entregue fechada e só deve ser aberta pela pessoa indicada aqui.

months = cldr
moment = { $date }, às { $time } ({ $zone })

statement-title = Declaração sobre uma violação de dados
statement-for = Esta declaração é para { $name }.
statement-born = Data de nascimento: { $date }.
statement-from = Ela vem deste escritório: { $organisation }. Diz o que aconteceu com as suas informações privadas e como avisamos você. Você pode mostrá-la ao seu advogado ou advogada, no tribunal ou a um agente.
statement-lasted = Quanto tempo ficaram lá, em horas e minutos: { $time }.
statement-told = Como avisamos você
statement-sms = Mensagem de texto
statement-voice = Ligação telefônica
statement-email = E-mail
statement-letter = Carta pelo correio
statement-hand = Carta entregue por uma pessoa
statement-attorney = { $way }, para o seu advogado ou advogada
statement-sent = { $way }: envio em { $date }.
statement-made = { $way }: preparação em { $date }.
statement-tried = { $way }: tentativa em { $date }.
statement-arrived = { $way }: chegou em { $date }.
statement-failed = { $way }: não chegou. Sabemos disso desde { $date }.
statement-otherwise = De outra forma: em { $date } o nosso escritório anotou que alguém avisou você.
statement-none = Os nossos registros não mostram nenhuma mensagem para você.
statement-unsure = Se nenhuma linha diz que uma mensagem chegou, não sabemos se ela chegou. Pode ser que uma mensagem tenha dito apenas que temos uma informação importante para você e como obtê-la.
statement-until = Estes são os nossos registros até { $date }. Os dias são contados na hora universal (UTC).
statement-check = Como conferir esta declaração
statement-check-file = Esta declaração é um arquivo PDF com um selo digital. Se alguém mudar uma palavra, o selo não confere mais. Guarde o arquivo: uma página em papel não tem selo.
statement-check-program = Seu advogado ou advogada ou um tribunal pode conferi-la sem nós, com o programa gratuito { $program }. Antes, peça a nossa chave pelo telefone { $hotline }. Ela começa assim: { $key }.
statement-check-record = O arquivo também contém a prova de que o nosso registro mostra o que está escrito aqui. Ninguém pode mudar esse registro depois. Isso não diz nada sobre nenhuma outra pessoa.
