### What this incident adds to the catalog of this language.

incident-doing-safeguards = এখন প্রতিটি ফাইল আমাদের ওয়েবসাইটে রাখার আগে দুজন তা পরীক্ষা করেন। একটি প্রোগ্রামও তাতে ব্যক্তিগত তথ্য আছে কি না খুঁজে দেখে।
