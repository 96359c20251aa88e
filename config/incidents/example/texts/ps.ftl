### What this incident adds to the catalog of this language.

incident-doing-safeguards = اوس دوه کسان هر فایل ګوري، مخکې له دې چې زموږ پر وېبپاڼه کېښودل شي. یو پروګرام هم ګوري چې شخصي معلومات پکې نه وي.
