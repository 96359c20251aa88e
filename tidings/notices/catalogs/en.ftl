### English: the source of every other catalog. US reading grade 6 or below.
### state: source
###
### docs/notices.md says how to translate. A teaser may be read by anybody who holds the phone: it must not say, or let
### anyone guess, what it is about.

## The text message. One segment (160 letters of GSM-7, or 70 of any). $web and $hotline are typed, never tapped.

teaser-sms = An office has important information for the user of this phone. Type { $web } in a browser or call { $hotline }. Your code: { $code }

## The e-mail. As careful as the text message: names no office, no person, no reason.

teaser-email-subject = Important information for you
teaser-email-opening = Our office has important information for the person who uses this e-mail address.
teaser-email-why = We do not put it in an e-mail, because other people may read your e-mail.
teaser-email-reach = To get it, type { $web } in a browser, or call { $hotline }.
teaser-email-code = Your code is { $code }. Tell us this code when you call.
teaser-email-genuine = How can you know that this is real? Every message from us to you has this same code. You can also ask a person you trust to find our phone number and to call us for you.
teaser-email-never = This e-mail has no links. We will never ask you for money or for a password.
teaser-email-closing = If you do not use this address, please delete this e-mail.

## The letter to an address that nobody knows to be safe. As careful as the text message; the rest of it is the e-mail's.

teaser-letter-title = Important information for you
teaser-letter-opening = Our office has important information for the person named on this letter.
teaser-letter-why = We do not write it in a letter, because other people may open it.
teaser-letter-never = We will never ask you for money or for a password.
teaser-letter-closing = If this letter is not for you, please throw it away.

## The e-mail to an attorney. It names no client: the code does.

attorney-email-subject = A privacy matter about one of your clients
attorney-email-opening = We are writing to you about one of your clients. Our records name you as the attorney.
attorney-email-matter = It is a privacy matter. Your client has the right to be told about it, and we want you to know of it as well.
attorney-email-why = We do not name your client in an e-mail. We will give you the full notice once we know that we are talking to you.
attorney-email-reach = Please call { $hotline }, or type { $web } in a browser, or write to { $email }. Quote this code: { $code }
attorney-email-genuine = Please check that this is real. Find our phone number on your own, call us, and ask us to confirm the code.
attorney-email-never = This e-mail has no links. We will never ask you or your client for money or for a password.

## The full notice: a letter. It may speak plainly.

notice-title = Notice of Data Breach
notice-for = This letter is for { $name }.
notice-from = It comes from this office: { $organisation }. Your private information could be seen by people who had no right to see it. We are sorry. This letter says what happened and what you can do.
notice-alone = If you can, read this letter alone or with a person you trust.

notice-happened = What happened
place-public-website = Your information was put on a public website by mistake. Anyone could open it and read it. It was not encrypted.
notice-happened-when = It was there from { $began } until { $ended }.
notice-happened-found = We found out on { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Our records show no downloads in that time. People may still have read it.
        [one] We know that it was downloaded from { $downloads } internet address. Whoever has a copy may have given it to others.
       *[other] We know that it was downloaded from { $downloads } internet addresses. Whoever has a copy may have given it to others.
    }
notice-happened-downloads-unknown = We cannot know who read it or who has a copy.

notice-information = What information was involved
notice-information-list = This information about you was there:
notice-information-unknown = We cannot say yet which information about you was there. Call us and we will tell you what we know.
kind-name = Your name
kind-birth-date = Your date of birth
kind-reference = Your file number (such as an A-Number)
kind-birth-country = The country where you were born
kind-nationality = Your nationality
kind-sex = Your sex
kind-language = The language you speak
kind-custody = Whether you were detained or released
kind-facility = The place where you were held
kind-case = Where your immigration case stands
kind-phone = Your phone number
kind-email = Your e-mail address
kind-address = Your mailing address
kind-attorney = The name of your lawyer and how to reach your lawyer
kind-notes = Notes about how to contact you
kind-other = Other information in your file

notice-meaning = What this may mean
notice-meaning-known = People you do not know may have this information now. We cannot take it back from them.
notice-meaning-safety = If you came to be safe from a government, a group or a person, they may now learn that you asked for protection, and where you are or were. Your family may need to know this too.
notice-meaning-case = This may matter in your immigration or asylum case. It can be a new fact that a judge or an officer should hear about. A lawyer can tell you what it means for you.
notice-meaning-fraud = Some people may use your information to trick you. They may say that they are from the government, a court or our office. They may know things about you. That does not mean that they are honest.

notice-doing = What we are doing
notice-doing-removed = The information is no longer there. It was taken away on { $ended }.
notice-doing-telling = We are telling every person whose information was there, in a way that tries to keep them safe.
notice-doing-again = When we learn more, we will tell you again.

notice-can = What you can do
notice-can-lawyer = Tell your lawyer about this letter soon. If you have no lawyer, ask a legal aid group for help.
notice-can-keep = Keep this letter in a safe place. You can show it in court or to an officer.
notice-can-danger = If you are in danger now, call the police (911 in the United States). If you are detained, tell your lawyer, or an officer you trust.
notice-can-family = Think about who else should know, such as family who may be in danger.
notice-can-phone = Ask your phone company to put a PIN on your account. Change the PIN of your voice mail and the password of your e-mail.
notice-can-fraud = Do not pay and do not give more information to anyone who calls or writes to you about this.

notice-more = For more information
notice-more-ask = You can ask us any question. Tell us your code: { $code }
notice-more-phone = Phone: { $hotline }
notice-more-web = Web: type { $web } in a browser
notice-more-email = E-mail: { $email }
notice-more-post = Mail: { $post }

notice-genuine = How to know that this letter is real
notice-genuine-code = Your code is { $code }. Every message from us to you has this same code.
notice-genuine-check = Call { $hotline } or type { $web } in a browser, and ask if the code is right. Your lawyer can do this for you.
notice-genuine-never = Nobody from our office will ask you for money or for a password. If somebody does, it is not us.

## Around the letter. What shows on the outside says nothing.

letter-title = Letter
letter-date = Date: { $date }
letter-page = Page { $page } of { $pages }
post-envelope = Private. To be opened only by the person named here.
hand-envelope = Private. To be handed over closed, and opened only by the person named here.

## Dates. `months` is `cldr`, or the twelve month names with spaces between them where CLDR has none in this language.

months = cldr
moment = { $date } at { $time } ({ $zone })
