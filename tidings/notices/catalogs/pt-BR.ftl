### Brazilian Portuguese. The text message avoids every letter that GSM-7 lacks (ã, õ, ç, á, ê, í, ó, ú).

teaser-sms = Temos um aviso importante para quem usa este telefone. Digite { $web } no navegador ou ligue para { $hotline }. Informe: { $code }

teaser-email-subject = Informação importante para você
teaser-email-opening = Nosso escritório tem uma informação importante para a pessoa que usa este e-mail.
teaser-email-why = Não colocamos essa informação em um e-mail, porque outras pessoas podem ler o seu e-mail.
teaser-email-reach = Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }.
teaser-email-code = Seu código é { $code }. Diga este código quando ligar.
teaser-email-genuine = Como saber que isto é verdadeiro? Toda mensagem nossa para você traz este mesmo código. Você também pode pedir a uma pessoa de confiança que procure o nosso telefone e ligue para nós por você.
teaser-email-never = Este e-mail não tem nenhum link para abrir. Nunca vamos pedir dinheiro nem senha.
teaser-email-closing = Se você não usa este endereço, por favor apague este e-mail.

teaser-letter-title = Informação importante para você
teaser-letter-opening = Nosso escritório tem uma informação importante para a pessoa cujo nome está nesta carta.
teaser-letter-why = Não a escrevemos em uma carta, porque outras pessoas podem abri-la.
teaser-letter-reach = Para recebê-la, digite { $web } em um navegador ou ligue para { $hotline }.
teaser-letter-code = Seu código é { $code }. Diga este código quando ligar.
teaser-letter-genuine = Como saber que isto é verdadeiro? Toda mensagem nossa para você traz este mesmo código. Você também pode pedir a uma pessoa de confiança que procure o nosso telefone e ligue para nós por você.
teaser-letter-never = Nunca vamos pedir dinheiro nem senha.
teaser-letter-closing = Se esta carta não é para você, por favor jogue-a fora.

beside-note = Um computador traduziu este texto. Nenhuma pessoa o revisou ainda. O texto em inglês está abaixo. Se houver diferença, vale o texto em inglês.
beside-heading = Texto em inglês

attorney-email-subject = Um assunto de privacidade sobre um de seus clientes
attorney-email-opening = Escrevemos sobre um de seus clientes. Nossos registros indicam você como advogado ou advogada dessa pessoa.
attorney-email-matter = Trata-se de um assunto de privacidade. Seu cliente tem o direito de ser informado, e queremos que você também saiba.
attorney-email-why = Não damos o nome do seu cliente em um e-mail. Daremos o aviso completo quando tivermos certeza de que falamos com você.
attorney-email-reach = Por favor, ligue para { $hotline }, digite { $web } em um navegador ou escreva para { $email }. Informe este código: { $code }
attorney-email-genuine = Confira se isto é verdadeiro. Procure o nosso telefone por conta própria, ligue e peça que confirmemos o código.
attorney-email-never = Este e-mail não tem nenhum link para abrir. Nunca vamos pedir dinheiro nem senha, nem a você nem ao seu cliente.

notice-title = Aviso de violação de dados
notice-for = Esta carta é para { $name }.
notice-from = Ela vem deste escritório: { $organisation }. Pessoas sem esse direito puderam ver as suas informações pessoais. Pedimos desculpas. Esta carta diz o que aconteceu e o que você pode fazer.
notice-alone = Se puder, leia esta carta a sós ou com uma pessoa de confiança.

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

notice-information = Quais informações estavam lá
notice-information-list = Estas informações sobre você estavam lá:
notice-information-unknown = Ainda não podemos dizer quais informações sobre você estavam lá. Ligue para nós e diremos o que sabemos.
notice-encrypted-no = Elas não estavam criptografadas, ou seja, não estavam protegidas por uma chave secreta. Quem as tivesse podia ler.
notice-encrypted-yes = Elas estavam criptografadas, ou seja, protegidas por uma chave secreta. Só quem também tem essa chave pode ler.
notice-encrypted-part = Uma parte estava criptografada, ou seja, protegida por uma chave secreta. O resto não estava. Quem o tivesse podia ler o resto.
kind-name = Seu nome
kind-birth-date = Sua data de nascimento
kind-reference = Seu número de processo (por exemplo, um número A)
kind-birth-country = O país onde você nasceu
kind-nationality = Sua nacionalidade
kind-sex = Seu sexo
kind-language = O idioma que você fala
kind-custody = Se você estava em detenção ou em liberdade
kind-facility = O lugar onde você esteve em detenção
kind-case = Em que ponto está o seu caso de imigração
kind-phone = Seu número de telefone
kind-email = Seu endereço de e-mail
kind-address = Seu endereço postal
kind-attorney = O nome do seu advogado ou advogada e como falar com essa pessoa
kind-notes = Anotações sobre como entrar em contato com você
kind-other = Outras informações do seu processo

notice-meaning = O que isso pode significar
notice-meaning-known = Pessoas que você não conhece podem ter essas informações agora. Não podemos tirá-las dessas pessoas.
notice-meaning-safety = Se você veio para ficar a salvo de um governo, de um grupo ou de uma pessoa, eles podem agora saber que você pediu proteção e onde você está ou esteve. Sua família talvez também precise saber disso.
notice-meaning-case = Isso pode ser importante no seu caso de imigração ou asilo. Pode ser um fato novo que um juiz ou um agente deve conhecer. Um advogado ou uma advogada pode dizer o que isso significa para você.
notice-meaning-fraud = Algumas pessoas podem usar as suas informações para enganar você. Podem dizer que são do governo, de um tribunal ou do nosso escritório. Podem saber coisas sobre você. Isso não quer dizer que sejam honestas.

notice-doing = O que estamos fazendo
notice-doing-removed = As informações não estão mais lá. Foram retiradas em { $ended }.
notice-doing-telling = Estamos avisando cada pessoa cujas informações estavam lá, de um modo que procura manter todos em segurança.
notice-doing-again = Quando soubermos mais, avisaremos você de novo.

notice-can = O que você pode fazer
notice-can-lawyer = Fale logo com o seu advogado ou advogada sobre esta carta. Se não tiver, peça ajuda a um grupo de assistência jurídica.
notice-can-keep = Guarde esta carta em um lugar seguro. Você pode mostrá-la no tribunal ou a um agente.
notice-can-danger = Se você está em perigo agora, ligue para a polícia (911 nos Estados Unidos). Se estiver em detenção, fale com o seu advogado ou advogada, ou com um agente de confiança.
notice-can-family = Pense em quem mais deve saber, como familiares que possam estar em perigo.
notice-can-phone = Peça à sua operadora de telefone que ponha um PIN na sua conta. Troque o PIN da sua caixa postal e a senha do seu e-mail.
notice-can-fraud = Não pague nada e não dê mais informações a ninguém que ligar ou escrever sobre isto.

notice-more = Para mais informações
notice-more-ask = Você pode fazer qualquer pergunta. Diga o seu código: { $code }
notice-more-phone = Telefone: { $hotline }
notice-more-web = Internet: digite { $web } em um navegador
notice-more-email = E-mail: { $email }
notice-more-post = Correio: { $post }

notice-genuine = Como saber que esta carta é verdadeira
notice-genuine-code = Seu código é { $code }. Toda mensagem nossa para você traz este mesmo código.
notice-genuine-check = Ligue para { $hotline } ou digite { $web } em um navegador e pergunte se o código está certo. Seu advogado ou advogada pode fazer isso por você.
notice-genuine-never = Ninguém do nosso escritório vai pedir dinheiro ou senha. Se alguém pedir, não somos nós.

letter-title = Carta
letter-date = Data: { $date }
letter-page = Página { $page } de { $pages }
post-envelope = Particular. Só deve ser aberta pela pessoa indicada aqui.
hand-envelope = Particular. Deve ser entregue fechada e só deve ser aberta pela pessoa indicada aqui.

months = cldr
moment = { $date }, às { $time } ({ $zone })
