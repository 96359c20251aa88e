### What this incident adds to the catalog of this language.

incident-doing-safeguards = Acum două persoane verifică fiecare fișier înainte să fie pus pe site-ul nostru, iar un program caută dacă sunt informații private în el.
