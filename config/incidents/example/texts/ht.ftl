### What this incident adds to the catalog of this language.

incident-doing-safeguards = Kounye a de moun gade chak fichye anvan nou mete l sou sit entènèt nou an, epi yon pwogram chèche si gen enfòmasyon prive ladan l.
