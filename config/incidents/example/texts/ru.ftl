### What this incident adds to the catalog of this language.

incident-doing-safeguards = Теперь каждый файл, прежде чем он попадёт на наш сайт, проверяют два человека. Ещё программа ищет в нём личные данные.
