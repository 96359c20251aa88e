### Somali: what this incident adds to the catalog of this language.

incident-doing-safeguards = Hadda laba qof ayaa hubiya fayl kasta ka hor inta aan la gelin bogga internetkayaga. Barnaamij kombiyuutar ayaa sidoo kale ka raadiya macluumaad gaar ah.
