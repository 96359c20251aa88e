### Tigrinya: what this incident adds to the catalog of this language.

incident-doing-safeguards = ሕጂ ነፍሲ ወከፍ ፋይል ኣብ ዌብሳይትና ቅድሚ ምውጻኡ ክልተ ሰባት ይርእይዎ። ሓደ ናይ ኮምፒተር ፕሮግራም እውን ናይ ብሕቲ ሓበሬታ ኣብ ውሽጡ እንተሃልዩ ይደሊ።
