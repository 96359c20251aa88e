### Lingala: what this incident adds to the catalog of this language. A speaker should read it.

incident-doing-safeguards = Sikoyo bato mibale batalaka fichier mokomoko liboso etyama na site Internet na biso. Programe moko ya ordinatere mpe elukaka soki ezali na basango ya sekele.
