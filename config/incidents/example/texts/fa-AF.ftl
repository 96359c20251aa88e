### What this incident adds to the catalog of this language.

incident-doing-safeguards = حالا دو نفر هر فایل را پیش از آنکه در ویب‌سایت ما برود می‌بینند. یک پروگرام هم می‌بیند که معلومات خصوصی در آن نباشد.
