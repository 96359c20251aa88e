### Wolof: what this incident adds to the catalog of this language. A speaker should read it.

incident-doing-safeguards = Léegi ñaari nit ñooy saytu fichier bu nekk balaa nu koy def ci sunu sit internet. Porogaraamu ordinatër itam day seet ndax am na ci xibaar yu sutura.
