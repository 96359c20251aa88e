### What this incident adds to the catalog of this language.

incident-doing-safeguards = اکنون دو نفر هر فایل را پیش از آنکه روی وب‌سایت ما برود بررسی می‌کنند. یک برنامه هم نگاه می‌کند که اطلاعات خصوصی در آن نباشد.
