### What this incident adds to the catalog of this language.

incident-doing-safeguards = Nay có hai người kiểm tra mỗi tệp trước khi đưa lên trang web của chúng tôi. Một chương trình cũng tìm xem trong tệp có thông tin riêng không.
