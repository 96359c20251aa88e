### Amharic: what this incident adds to the catalog of this language.

incident-doing-safeguards = አሁን እያንዳንዱ ፋይል በድረ ገጻችን ላይ ከመውጣቱ በፊት ሁለት ሰዎች ያዩታል። አንድ የኮምፒውተር ፕሮግራምም የግል መረጃ በውስጡ እንዳለ ይፈልጋል።
