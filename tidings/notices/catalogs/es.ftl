### Spanish, for readers from any country. Text messages avoid á, í, ó and ú, which would make them twice as long.

teaser-sms = Tenemos un aviso importante para quien usa este teléfono. Escriba { $web } en internet o llame al { $hotline }. Referencia: { $code }
teaser-sms-again = Tenemos un nuevo aviso para quien usa este teléfono. Escriba { $web } en internet o llame al { $hotline }. Referencia: { $code }

reply-stop = Ya no enviaremos mensajes a este teléfono. Para cualquier pregunta, llame al { $hotline }.
reply-start = Vuelve a recibir mensajes de esta oficina. Para dejar de recibirlos, mande STOP. Para cualquier pregunta, llame al { $hotline }.
reply-help = Hay un aviso para quien usa este teléfono. Escriba { $web } en internet o llame al { $hotline }. Para dejar de recibir mensajes, mande STOP.
reply-who = Otras personas pueden leer esto. Por eso no damos detalles. Para saber quiénes somos, llame al { $hotline } y pregunte por su referencia.
reply-other = Nadie lee los mensajes que llegan a este teléfono. Llame al { $hotline }, por favor.

teaser-whatsapp = Una oficina tiene información importante para la persona que usa este teléfono. Para recibirla, escriba { $web } en un navegador o llame al { $hotline }. Su código es { $code }. Nunca le pediremos dinero ni una contraseña.
teaser-whatsapp-again = Una oficina tiene información nueva para la persona que usa este teléfono. Para recibirla, escriba { $web } en un navegador o llame al { $hotline }. Su código es { $code }. Nunca le pediremos dinero ni una contraseña.

teaser-voice-hello = Hola. Esta llamada es para la persona que usa este teléfono.
teaser-voice-press = Para oír el mensaje, marque 1.
teaser-voice-stop = Para no recibir más llamadas, marque 9.
teaser-voice-stopped = No le llamaremos más. Adiós.
teaser-voice-message = Una oficina tiene información importante para la persona que usa este teléfono. Por favor, tenga a mano papel y lápiz.
teaser-voice-message-again = Una oficina tiene información nueva para la persona que usa este teléfono. Por favor, tenga a mano papel y lápiz.
teaser-voice-reach = Para recibirla, llame a este número: { $hotline }.
teaser-voice-code = Necesitará este código: { $code }.
teaser-voice-never = Nunca le pediremos dinero ni una contraseña.
teaser-voice-again = Para oír esto otra vez, marque 1.
teaser-voice-goodbye = Gracias. Adiós.

teaser-email-subject = Información importante para usted
teaser-email-subject-again = Información nueva para usted
teaser-email-opening = Nuestra oficina tiene información importante para la persona que usa este correo electrónico.
teaser-email-opening-again = Nuestra oficina tiene información nueva para la persona que usa este correo electrónico.
teaser-email-why = No la ponemos en un correo, porque otras personas pueden leer su correo.
teaser-email-reach = Para recibirla, escriba { $web } en un navegador o llame al { $hotline }.
teaser-email-code = Su código es { $code }. Díganos este código cuando llame.
teaser-email-genuine = ¿Cómo puede saber que esto es verdadero? Todos los mensajes que le enviamos llevan este mismo código. También puede pedir a una persona de confianza que busque nuestro teléfono y nos llame por usted.
teaser-email-never = Este correo no tiene ningún enlace para abrir. Nunca le pediremos dinero ni una contraseña.
teaser-email-closing = Si usted no usa esta dirección, por favor borre este correo.

teaser-letter-title = Información importante para usted
teaser-letter-title-again = Información nueva para usted
teaser-letter-opening = Nuestra oficina tiene información importante para la persona nombrada en esta carta.
teaser-letter-opening-again = Nuestra oficina tiene información nueva para la persona nombrada en esta carta.
teaser-letter-why = No la ponemos en una carta, porque otras personas pueden abrir su correo.
teaser-letter-reach = Para recibirla, escriba { $web } en un navegador o llame al { $hotline }.
teaser-letter-code = Su código es { $code }. Díganos este código cuando llame.
teaser-letter-genuine = ¿Cómo puede saber que esto es verdadero? Todos los mensajes que le enviamos llevan este mismo código. También puede pedir a una persona de confianza que busque nuestro teléfono y nos llame por usted.
teaser-letter-never = Nunca le pediremos dinero ni una contraseña.
teaser-letter-closing = Si esta carta no es para usted, por favor destrúyala. No tiene que hacer nada más.

beside-note = Una computadora tradujo este texto. Ninguna persona lo ha revisado todavía. El texto en inglés está abajo. Si hay una diferencia, vale el texto en inglés.
beside-heading = Texto en inglés

attorney-email-subject = Un asunto de privacidad sobre uno o más de sus clientes
attorney-email-opening = Le escribimos sobre uno o más de sus clientes. Según nuestros registros, usted los representa.
attorney-email-matter = Se trata de un asunto de privacidad. Sus clientes tienen derecho a que se les informe, y queremos que usted también lo sepa.
attorney-email-why = No nombramos a ningún cliente en un correo. Le daremos el aviso completo de cada cliente cuando sepamos con seguridad que hablamos con usted.
attorney-email-reach = Por favor, llame al { $hotline }, escriba { $web } en un navegador o envíe un correo a { $email }.
attorney-email-code = Tenga esto a mano, por favor. Cada código corresponde a un cliente: { $code }
attorney-email-client = Por favor, hable de esto con su cliente en privado. Otras personas pueden ver el teléfono o el correo de su cliente.
attorney-email-genuine = Compruebe que esto es verdadero. Busque nuestro teléfono por su cuenta, llámenos y pídanos que confirmemos los códigos.
attorney-email-never = Este correo no tiene ningún enlace para abrir. Nunca les pediremos dinero ni contraseñas, ni a usted ni a sus clientes.

attorney-letter-title = Un asunto de privacidad sobre uno o más de sus clientes
attorney-letter-opening = Le escribimos sobre uno o más de sus clientes. Según nuestros registros, usted los representa.
attorney-letter-matter = Se trata de un asunto de privacidad. Sus clientes tienen derecho a que se les informe, y queremos que usted también lo sepa.
attorney-letter-why = No nombramos a ningún cliente en esta carta, porque otras personas de su oficina pueden abrirla. Le daremos el aviso completo de cada cliente cuando sepamos con seguridad que hablamos con usted.
attorney-letter-reach = Por favor, llame al { $hotline }, escriba { $web } en un navegador o envíe un correo a { $email }.
attorney-letter-code = Tenga esto a mano, por favor. Cada código corresponde a un cliente: { $code }
attorney-letter-client = Por favor, hable de esto con su cliente en privado. Otras personas pueden ver el teléfono o el correo de su cliente.
attorney-letter-genuine = Compruebe que esto es verdadero. Busque nuestro teléfono por su cuenta, llámenos y pídanos que confirmemos los códigos.
attorney-letter-never = Nunca les pediremos dinero ni contraseñas, ni a usted ni a sus clientes.

notice-title = Aviso de violación de datos
notice-for = Este aviso es para { $name }.
notice-from = Lo envía esta oficina: { $organisation }. Personas sin derecho a hacerlo pudieron ver su información privada. Lo sentimos. Este aviso dice qué pasó y qué puede hacer usted.
notice-alone = Si puede, lea este aviso a solas o con una persona de confianza.

notice-happened = Qué pasó
place-public-website = Su información se puso por error en un sitio web público. Cualquiera podía abrirla y leerla.
notice-happened-when = Estuvo allí desde el { $began } hasta el { $ended }.
notice-happened-found = Nos dimos cuenta el { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Nuestros registros no muestran ninguna descarga en ese tiempo. Aun así, alguien pudo leerla.
        [one] Sabemos que se descargó desde { $downloads } dirección de internet. Quien tiene una copia pudo darla a otros.
        [many] Sabemos que se descargó desde { $downloads } de direcciones de internet. Quien tiene una copia pudo darla a otros.
       *[other] Sabemos que se descargó desde { $downloads } direcciones de internet. Quien tiene una copia pudo darla a otros.
    }
notice-happened-downloads-unknown = No podemos saber quién la leyó ni quién tiene una copia.

notice-information = Qué información estaba allí
notice-information-list = Esta información sobre usted estaba allí:
notice-information-unknown = Todavía no podemos decir qué información sobre usted estaba allí. Llámenos y le diremos lo que sabemos.
notice-encrypted-no = No estaba cifrada, es decir, no estaba protegida con una clave secreta. Quien la tenía podía leerla.
notice-encrypted-yes = Estaba cifrada, es decir, protegida con una clave secreta. Solo puede leerla quien también tiene esa clave.
notice-encrypted-part = Una parte estaba cifrada, es decir, protegida con una clave secreta. El resto no. Quien la tenía podía leer el resto.
kind-name = Su nombre
kind-birth-date = Su fecha de nacimiento
kind-reference = Su número de expediente (por ejemplo, un número A, "A-Number")
kind-birth-country = El país donde nació
kind-nationality = Su nacionalidad
kind-sex = Su sexo
kind-language = El idioma que habla
kind-custody = Si usted estaba bajo detención o en libertad
kind-facility = El lugar donde estuvo bajo detención
kind-case = En qué punto está su caso de inmigración
kind-phone = Su número de teléfono
kind-email = Su correo electrónico
kind-address = Su dirección postal
kind-attorney = El nombre de su abogado o abogada y cómo comunicarse con esa persona
kind-notes = Notas sobre cómo comunicarse con usted
kind-other = Otra información de su expediente

notice-meaning = Qué puede significar esto
notice-meaning-known = Es posible que personas que usted no conoce tengan ahora esta información. No podemos quitársela.
notice-meaning-safety = Si usted vino para estar a salvo de un gobierno, un grupo o una persona, ahora podrían saber que usted pidió protección y dónde está o estuvo. Puede que su familia también necesite saberlo.
notice-meaning-case = Esto puede ser importante en su caso de inmigración o asilo, o en cualquier caso en que usted pida protección. Puede ser un hecho nuevo que un juez o un oficial debe conocer. Un abogado o una abogada puede decirle qué significa para usted.
notice-meaning-fraud = Algunas personas pueden usar su información para engañarle. Pueden decir que son del gobierno, de un tribunal o de nuestra oficina. Pueden saber cosas sobre usted. Eso no significa que sean honestas.

notice-doing = Qué estamos haciendo
notice-doing-removed = La información ya no está allí. Se quitó el { $ended }.
notice-doing-telling = Estamos avisando a cada persona cuya información estaba allí, de una manera que procura su seguridad.
notice-doing-again = Cuando sepamos más, le avisaremos otra vez.

notice-can = Qué puede hacer usted
notice-can-lawyer = Hable pronto con su abogado o abogada sobre este aviso. Si no tiene, pida ayuda a un grupo de ayuda legal.
notice-can-keep = Guarde este aviso en un lugar seguro. Puede mostrarlo en el tribunal o a un oficial.
notice-can-danger = Si está en peligro ahora, llame a la policía (911 en Estados Unidos). Si está bajo detención, dígaselo a su abogado o abogada, o a un oficial de su confianza.
notice-can-family = Piense a quién más debe avisar, por ejemplo a familiares que puedan estar en peligro.
notice-can-phone = Pida a su compañía de teléfono que ponga un PIN en su cuenta. Cambie el PIN de su buzón de voz y la contraseña de su correo electrónico.
notice-can-fraud = No pague nada ni dé más información a nadie que le llame o le escriba sobre esto.

notice-more = Para más información
notice-more-ask = Puede hacernos cualquier pregunta. Díganos su código: { $code }
notice-more-phone = Teléfono: { $hotline }
notice-more-web = Internet: escriba { $web } en un navegador
notice-more-email = Correo electrónico: { $email }
notice-more-post = Correo postal: { $post }
notice-agencies = Estas oficinas públicas también pueden decirle cómo protegerse del mal uso de su información:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Cómo saber que este aviso es verdadero
notice-genuine-code = Su código es { $code }. Todos los mensajes que le enviamos llevan este mismo código.
notice-genuine-check = Llame al { $hotline } o escriba { $web } en un navegador, y pregunte si el código es correcto. Su abogado o abogada puede hacerlo por usted.
notice-genuine-never = Nadie de nuestra oficina le pedirá dinero ni una contraseña. Si alguien lo hace, no somos nosotros.

supplement-opening = Ya le escribimos sobre esto. Ahora sabemos más. Este aviso reemplaza lo que le enviamos antes.
supplement-code = Su código es el mismo de antes.
supplement-new = Qué sabemos ahora
supplement-keep = Guarde también el aviso anterior. Su abogado o abogada puede querer ver los dos.

letter-title = Carta
letter-date = Fecha: { $date }
letter-page = Página { $page } de { $pages }
post-envelope = Privado. Solo debe abrirla la persona nombrada aquí.
hand-envelope = Privado. Debe entregarse cerrada, y solo debe abrirla la persona nombrada aquí.

months = cldr
moment = { $date } a las { $time } ({ $zone })

statement-title = Constancia sobre una violación de datos
statement-for = Esta constancia es para { $name }.
statement-born = Fecha de nacimiento: { $date }.
statement-from = Es de esta oficina: { $organisation }. Dice qué pasó con su información privada y cómo le avisamos. Puede mostrarla a su abogado o abogada, al tribunal o a un oficial.
statement-lasted = Cuánto tiempo estuvo allí, en horas y minutos: { $time }.
statement-told = Cómo le avisamos
statement-sms = Mensaje de texto
statement-voice = Llamada telefónica
statement-email = Correo electrónico
statement-letter = Carta por correo
statement-hand = Carta que entrega una persona
statement-attorney = { $way }, a su abogado o abogada
statement-sent = { $way }: se envió el { $date }.
statement-made = { $way }: se preparó el { $date }.
statement-tried = { $way }: se intentó el { $date }.
statement-arrived = { $way }: llegó el { $date }.
statement-failed = { $way }: no llegó. Lo sabemos desde el { $date }.
statement-otherwise = De otra manera: el { $date } nuestra oficina anotó que a usted se le avisó.
statement-none = Nuestros registros no muestran ningún mensaje para usted.
statement-unsure = Si ninguna línea dice que un mensaje llegó, no sabemos si llegó. Es posible que un mensaje solo dijera que tenemos información importante para usted y cómo obtenerla.
statement-until = Estos son nuestros registros hasta el { $date }. Los días se cuentan en hora universal (UTC).
statement-check = Cómo comprobar esta constancia
statement-check-file = Esta constancia es un archivo PDF con un sello digital. Si alguien cambia una palabra, el sello ya no coincide. Guarde el archivo: una hoja de papel no tiene sello.
statement-check-program = Su abogado o abogada o un tribunal puede comprobarla sin nosotros, con el programa gratuito { $program }. Primero pídanos nuestra clave al { $hotline }. Empieza así: { $key }.
statement-check-record = El archivo también contiene la prueba de que nuestro registro muestra lo que está escrito aquí. Nadie puede cambiar ese registro después. Esto no dice nada de ninguna otra persona.
