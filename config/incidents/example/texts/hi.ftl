### What this incident adds to the catalog of this language.

incident-doing-safeguards = अब हमारी वेबसाइट पर डालने से पहले हर फ़ाइल की जाँच दो लोग करते हैं। एक प्रोग्राम भी उसमें निजी जानकारी खोजता है।
