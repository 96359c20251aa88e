### What this incident adds to the catalog of this language.

incident-doing-safeguards = Agora duas pessoas examinam cada arquivo antes de ele ir para o nosso site, e um programa procura informações privadas nele.
