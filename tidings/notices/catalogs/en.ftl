### English: the source of every other catalog. US reading grade 6 or below. docs/translating.md is for translators.
###
### The group comment (##) says where messages stand and who may see them; a message's own comment (#) what it is, and its
### limit. Values: $web is an address to type, such as notice.example.org; $hotline a phone number, such as +1 800 555 0100;
### $code a person's code, such as K7Q2-M9XD.

## TEASERS: messages named teaser-…, reply-…, beside-… may be read or heard by anybody who is near. They must not say, or
## let anyone guess, what it is about: no word of revealing.toml. They take no value but $web, $hotline and $code.
## Those named …-again go to people who were told before, when there is more to tell.

## A text message. ONE SEGMENT each: 160 letters of GSM-7, or 70 of anything else, values put in.

# The first word to a person. In a language that needs the limit of 70, leave $web out.
teaser-sms = An office has important information for the user of this phone. Type { $web } in a browser or call { $hotline }. Your code: { $code }
# The same, to somebody who was told before.
teaser-sms-again = An office has new information for the user of this phone. Type { $web } in a browser or call { $hotline }. Your code: { $code }

## Answers to a text message that somebody sends to us. ONE SEGMENT each, as above. STOP, START and HELP stay in English
## letters: phone companies know only these words. $web may be left out where the limit is 70.

# Somebody wrote STOP: they get no more texts.
reply-stop = We will send no more texts to this number. If you have a question, call { $hotline }.
# Somebody wrote START after STOP.
reply-start = You will get our texts again. To end them, send STOP. If you have a question, call { $hotline }.
# Somebody wrote HELP.
reply-help = We have information for the user of this phone. Type { $web } in a browser or call { $hotline }. To end our texts, send STOP.
# Somebody asked who we are, or what this is. It must not say.
reply-who = Other people may read this, so we cannot say more here. To know who we are, call { $hotline } and ask about your code.
# Somebody wrote anything else, perhaps something private.
reply-other = Nobody reads texts that are sent to this number. Please call { $hotline }.

## A WhatsApp message. Up to 600 letters, one paragraph. It must not BEGIN or END with a value (WhatsApp's rule).

teaser-whatsapp = An office has important information for the person who uses this phone. To get it, type { $web } in a browser or call { $hotline }. Your code is { $code }. We will never ask you for money or for a password.
# To somebody who was told before.
teaser-whatsapp-again = An office has new information for the person who uses this phone. To get it, type { $web } in a browser or call { $hotline }. Your code is { $code }. We will never ask you for money or for a password.

## A phone call: a voice reads this aloud. Write as people speak; no brackets, no signs. Up to 250 letters each.

# The very first words, before anybody has pressed a key. Anybody may have picked up.
teaser-voice-hello = Hello. This is a call for the person who uses this phone.
# Then the choice. The keys are always 1 and 9.
teaser-voice-press = To hear the message, press 1.
teaser-voice-stop = To get no more calls, press 9.
# After key 9.
teaser-voice-stopped = We will not call you again. Goodbye.
# After key 1. Still reveals nothing.
teaser-voice-message = An office has important information for the person who uses this phone. Please take a pen and paper.
# The same, to somebody who was told before.
teaser-voice-message-again = An office has new information for the person who uses this phone. Please take a pen and paper.
# The number is read figure by figure.
teaser-voice-reach = To get it, call this number: { $hotline }.
# The code is read letter by letter.
teaser-voice-code = You will need this code: { $code }.
teaser-voice-never = We will never ask you for money or for a password.
teaser-voice-again = To hear this once more, press 1.
teaser-voice-goodbye = Thank you. Goodbye.

## The e-mail to a person. As careful as the text message: names no office, no person, no reason.

# The subject line. Up to 60 letters. It stands over the full notice too, where that goes by e-mail.
teaser-email-subject = Important information for you
# The subject line to somebody who was told before. Up to 60 letters.
teaser-email-subject-again = New information for you
teaser-email-opening = Our office has important information for the person who uses this e-mail address.
# To somebody who was told before.
teaser-email-opening-again = Our office has new information for the person who uses this e-mail address.
# Why the e-mail does not say more.
teaser-email-why = We do not put it in an e-mail, because other people may read your e-mail.
teaser-email-reach = To get it, type { $web } in a browser, or call { $hotline }.
teaser-email-code = Your code is { $code }. Tell us this code when you call.
# How to know that the message is no trick.
teaser-email-genuine = How can you know that this is real? Every message from us to you has this same code. You can also ask a person you trust to find our phone number and to call us for you.
# It has no links, and that is one way to know that it is real.
teaser-email-never = This e-mail has no links. We will never ask you for money or for a password.
teaser-email-closing = If you do not use this address, please delete this e-mail.

## The teaser as a posted letter, to an address that nobody knows to be safe: somebody else may open it.

# The heading. Up to 60 letters.
teaser-letter-title = Important information for you
# The heading to somebody who was told before. Up to 60 letters.
teaser-letter-title-again = New information for you
# "Named on this letter": the name stands above, in the window of the envelope.
teaser-letter-opening = Our office has important information for the person who is named on this letter.
# To somebody who was told before.
teaser-letter-opening-again = Our office has new information for the person who is named on this letter.
teaser-letter-why = We do not put it in a letter, because other people may open your mail.
teaser-letter-reach = To get it, type { $web } in a browser, or call { $hotline }.
teaser-letter-code = Your code is { $code }. Tell us this code when you call.
teaser-letter-genuine = How can you know that this is real? Every message from us to you has this same code. You can also ask a person you trust to find our phone number and to call us for you.
teaser-letter-never = We will never ask you for money or for a password.
# To somebody at the address who is not that person.
teaser-letter-closing = If this letter is not for you, please destroy it. You do not need to do anything else.

## Where no person has checked a translation yet, the English text stands below it in letters and e-mails.

# Stands above all else. It says that a machine translated this.
beside-note = A computer translated this text. No person has checked it yet. The English text is below. If they differ, the English text counts.
# The heading over the English text.
beside-heading = English text

## To an attorney, about one or more clients: ONE message for all of them. It names no client; the codes do, once the attorney
## calls or signs in. A law office reads it, so the words "client", "attorney" and "privacy" may stand here, and no others that reveal.

# The e-mail's subject line. Up to 80 letters.
attorney-email-subject = A privacy matter about one or more of your clients
attorney-email-opening = We are writing to you about one or more of your clients. Our records name you as the attorney.
attorney-email-matter = It is a privacy matter. Your clients have the right to be told about it, and we want you to know of it as well.
attorney-email-why = We do not name a client in an e-mail. We will give you the full notice for each client once we know that we are talking to you.
attorney-email-reach = Please call { $hotline }, or type { $web } in a browser, or write to { $email }.
# $code is one code, or several with commas between them.
attorney-email-code = Please have this ready. Each code stands for one client: { $code }
# Ask the attorney to think of who else may hear or read.
attorney-email-client = Please speak about this with your client in private. Others may see your client's phone or mail.
attorney-email-genuine = Please check that this is real. Find our phone number on your own, call us, and ask us to confirm the codes.
attorney-email-never = This e-mail has no links. We will never ask you or your clients for money or for a password.

# The same as a letter. The heading. Up to 80 letters.
attorney-letter-title = A privacy matter about one or more of your clients
attorney-letter-opening = We are writing to you about one or more of your clients. Our records name you as the attorney.
attorney-letter-matter = It is a privacy matter. Your clients have the right to be told about it, and we want you to know of it as well.
attorney-letter-why = We do not name a client in this letter, because others in your office may open it. We will give you the full notice for each client once we know that we are talking to you.
attorney-letter-reach = Please call { $hotline }, or type { $web } in a browser, or write to { $email }.
# $code is one code, or several with commas between them.
attorney-letter-code = Please have this ready. Each code stands for one client: { $code }
attorney-letter-client = Please speak about this with your client in private. Others may see your client's phone or mail.
attorney-letter-genuine = Please check that this is real. Find our phone number on your own, call us, and ask us to confirm the codes.
attorney-letter-never = We will never ask you or your clients for money or for a password.

## THE FULL NOTICE: a letter, a page, or an e-mail to a mailbox that is known to be safe. Only the person reads it, and it
## speaks plainly. Laws name its title and its headings (config/laws): translate them, and do not leave one out.

# The title. California's law gives the English words.
notice-title = Notice of Data Breach
# $name is the person's name.
notice-for = This notice is for { $name }.
# $organisation is the office's name, in English.
notice-from = It comes from this office: { $organisation }. Your private information could be seen by people who had no right to see it. We are sorry. This notice says what happened and what you can do.
notice-alone = If you can, read this notice alone or with a person you trust.

# Heading 1.
notice-happened = What Happened
# What went wrong and where. An incident of another sort brings its own message, place-…
place-public-website = Your information was put on a public website by mistake. Anyone could open it and read it.
# From when to when. $began and $ended are dates with times, as `moment` writes them.
notice-happened-when = It was there from { $began } until { $ended }.
# When the office learned of it. $discovered is a date with a time.
notice-happened-found = We found out on { $discovered }.
# Who is known to have it. $downloads is a number: give every plural form that your language has.
notice-happened-downloads =
    { $downloads ->
        [0] Our records show no downloads in that time. People may still have read it.
        [one] We know that it was downloaded from { $downloads } internet address. Whoever has a copy may have given it to others.
       *[other] We know that it was downloaded from { $downloads } internet addresses. Whoever has a copy may have given it to others.
    }
# Where nobody can count the downloads.
notice-happened-downloads-unknown = We cannot know who read it or who has a copy.

# Heading 2.
notice-information = What Information Was Involved
# Stands above a list of the kinds below.
notice-information-list = This information about you was there:
# In place of the list, where the records do not say.
notice-information-unknown = We cannot say yet which information about you was there. Call us and we will tell you what we know.
# One of these three. Encrypted: written in a secret way, so that only somebody with the key can read it.
notice-encrypted-no = It was not encrypted: it was not locked with a secret key. Anyone who had it could read it.
notice-encrypted-yes = It was encrypted: it was locked with a secret key. Only somebody who also has that key can read it.
notice-encrypted-part = Some of it was encrypted: it was locked with a secret key. The rest was not. Anyone who had it could read the rest.

## Kinds of data, as bullets: short, no full stop.

kind-name = Your name
kind-birth-date = Your date of birth
# An A-Number is the file number that the US immigration office gives: keep "A-Number" in Latin letters.
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

## The full notice goes on.

# Heading 3.
notice-meaning = What This May Mean
notice-meaning-known = People you do not know may have this information now. We cannot take it back from them.
# For somebody who fled. Name nobody.
notice-meaning-safety = If you came to be safe from a government, a group or a person, they may now learn that you asked for protection, and where you are or were. Your family may need to know this too.
# It may count in their own proceedings: asylum, or any other kind of protection.
notice-meaning-case = This may matter in your immigration or asylum case, or in any case where you ask to be protected. It can be a new fact that a judge or an officer should hear about. A lawyer can tell you what it means for you.
notice-meaning-fraud = Some people may use your information to trick you. They may say that they are from the government, a court or our office. They may know things about you. That does not mean that they are honest.

# Heading 4.
notice-doing = What We Are Doing
# $ended is a date with a time.
notice-doing-removed = The information is no longer there. It was taken away on { $ended }.
notice-doing-telling = We are telling every person whose information was there, in a way that tries to keep them safe.
notice-doing-again = When we learn more, we will tell you again.

# Heading 5. Bullets follow.
notice-can = What You Can Do
notice-can-lawyer = Tell your lawyer about this notice soon. If you have no lawyer, ask a legal aid group for help.
notice-can-keep = Keep this notice in a safe place. You can show it in court or to an officer.
notice-can-danger = If you are in danger now, call the police (911 in the United States). If you are detained, tell your lawyer, or an officer you trust.
notice-can-family = Think about who else should know, such as family who may be in danger.
# PIN: a short secret number.
notice-can-phone = Ask your phone company to put a PIN on your account. Change the PIN of your voice mail and the password of your e-mail.
notice-can-fraud = Do not pay and do not give more information to anyone who calls or writes to you about this.

# Heading 6.
notice-more = For More Information
notice-more-ask = You can ask us any question. Tell us your code: { $code }
# These four are bullets.
notice-more-phone = Phone: { $hotline }
notice-more-web = Web: type { $web } in a browser
notice-more-email = E-mail: { $email }
notice-more-post = Mail: { $post }
# Stands above a list of public offices, where a law asks for one.
notice-agencies = These public offices can also tell you how to guard against the misuse of your information:
# A bullet of that list. $name is the office's name in its own language, $phone its number, $web its address.
notice-agency = { $name }: { $phone }, { $web }

# Heading 7.
notice-genuine = How to Know That This Notice Is Real
notice-genuine-code = Your code is { $code }. Every message from us to you has this same code.
notice-genuine-check = Call { $hotline } or type { $web } in a browser, and ask if the code is right. Your lawyer can do this for you.
notice-genuine-never = Nobody from our office will ask you for money or for a password. If somebody does, it is not us.

## A later notice of the same breach goes to everybody who was told before, with what is known now. It has these too.

# Stands at the top, before all else.
supplement-opening = We wrote to you about this before. Now we know more. This notice takes the place of what we sent you before.
# Stands beside the code.
supplement-code = Your code is the same as before.
# Heading before heading 1. The incident's own sentences follow (incident-new-…).
supplement-new = What We Know Now
supplement-keep = Keep the earlier notice as well. Your lawyer may want to see both.

## Around a letter. What shows on the outside says nothing: no word of revealing.toml.

# The title that a print queue or a window shows.
letter-title = Letter
# $date is a day, as CLDR writes it in your language.
letter-date = Date: { $date }
# At the foot of each page.
letter-page = Page { $page } of { $pages }
# In the window of the envelope, by post. Up to 70 letters.
post-envelope = Private. To be opened only by the person named here.
# In the window of the envelope, where somebody hands it over. Up to 100 letters.
hand-envelope = Private. To be handed over closed, and opened only by the person named here.

## Dates.

# `cldr`, or the twelve month names with spaces between them, where CLDR has none in your language.
months = cldr
# A day and a time: $date as CLDR writes it, $time, and $zone such as UTC-5.
moment = { $date } at { $time } ({ $zone })

## A STATEMENT: a page or two that a person may ask for, to show to a lawyer, a court or an officer. It says what was exposed, and when
## and how they were told; each line is a fact of our records. So: no more and no less than the English says. "How" stands before
## a colon (statement-sms and those after it), with a day behind it: "Text message: sent on May 3, 2026." Avoid forms of sent, made and
## arrived that fit one of these words only.

statement-title = Statement About a Data Breach
# $name is the person's name.
statement-for = This statement is for { $name }.
# $date is a day.
statement-born = Date of birth: { $date }.
# $organisation is the office's name, in English.
statement-from = It comes from this office: { $organisation }. It says what happened to your private information, and how we told you. You can show it to your lawyer, a court or an officer.
# $time is a number of hours and of minutes, such as 5:05.
statement-lasted = How long it was there, in hours and minutes: { $time }.
# A heading. A list follows, in the order of the days.
statement-told = How We Told You
# In the list: how, and then what came of it. These five are $way below.
statement-sms = Text message
statement-voice = Phone call
statement-email = E-mail
statement-letter = Letter by mail
# Somebody brings it, such as an officer at a place where people are held.
statement-hand = Letter that a person brings
# $way is one of those.
statement-attorney = { $way }, to your lawyer
statement-sent = { $way }: sent on { $date }.
# A letter is printed and ready; nobody knows yet that it left.
statement-made = { $way }: made on { $date }.
# We tried to send it, and nobody knows what came of it.
statement-tried = { $way }: tried on { $date }.
statement-arrived = { $way }: arrived on { $date }.
statement-failed = { $way }: did not arrive. We have known this since { $date }.
# They were told face to face, for example.
statement-otherwise = In another way: on { $date } our office wrote down that you were told.
# In place of the list.
statement-none = Our records show no message to you.
# Below the list.
statement-unsure = If no line says that a message arrived, we do not know if it did. A message may have said only that we have important information for you, and how to get it.
statement-until = These are our records up to { $date }. The days are counted in world time (UTC).
# A heading.
statement-check = How to Check This Statement
statement-check-file = This statement is a PDF file with a digital seal. If anyone changes a word, the seal no longer fits. Keep the file: a page on paper has no seal.
# $program is the name of a program, $key the beginning of a public key.
statement-check-program = Your lawyer or a court can check it without us, with the free program { $program }. First ask us for our key at { $hotline }. It begins with { $key }.
# The record: a list of all that was done, which nobody can change later.
statement-check-record = The file also holds proof that our record shows what is written here. Nobody can change that record later. This says nothing about any other person.
