### What this incident adds to the catalog of this language.

incident-doing-safeguards = Ahora dos personas revisan cada archivo antes de ponerlo en nuestro sitio web, y un programa busca si contiene información privada.
