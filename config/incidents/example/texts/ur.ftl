### What this incident adds to the catalog of this language.

incident-doing-safeguards = اب ہماری ویب سائٹ پر جانے سے پہلے ہر فائل کو دو لوگ دیکھتے ہیں۔ ایک پروگرام بھی دیکھتا ہے کہ اس میں کوئی نجی معلومات نہ ہوں۔
