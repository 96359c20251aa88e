### What this incident adds to the catalog of this language.

incident-doing-safeguards = والآن يفحص شخصان كل ملف قبل وضعه على موقعنا، ويبحث برنامج عن أي معلومات خاصة فيه.
