### What this incident adds to the catalog of this language.

incident-doing-safeguards = अब हाम्रो वेबसाइटमा राख्नुअघि हरेक फाइल दुई जनाले जाँच्छन्। एउटा प्रोग्रामले पनि त्यसमा निजी जानकारी छ कि छैन खोज्छ।
