### What this incident adds to the catalog of this language.

incident-doing-safeguards = Désormais, deux personnes examinent chaque fichier avant de le mettre sur notre site web, et un programme vérifie s’il contient des informations privées.
