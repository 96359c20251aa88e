### Armenian: what this incident adds to the catalog of this language.

incident-doing-safeguards = Հիմա երկու մարդ ստուգում է ամեն ֆայլ, նախքան այն մեր կայքում կտեղադրվի։ Համակարգչային ծրագիրը նույնպես փնտրում է դրանում անձնական տեղեկություններ։
