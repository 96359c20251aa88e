### What this incident adds to the catalog of this language.

incident-doing-safeguards = ਹੁਣ ਸਾਡੀ ਵੈੱਬਸਾਈਟ ਉੱਤੇ ਪਾਉਣ ਤੋਂ ਪਹਿਲਾਂ ਹਰ ਫ਼ਾਈਲ ਦੀ ਜਾਂਚ ਦੋ ਲੋਕ ਕਰਦੇ ਹਨ। ਇੱਕ ਪ੍ਰੋਗਰਾਮ ਵੀ ਉਸ ਵਿੱਚ ਨਿੱਜੀ ਜਾਣਕਾਰੀ ਲੱਭਦਾ ਹੈ।
